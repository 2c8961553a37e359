"""Interleaved rounds: only times taken in turn within one run are fit to be divided by each other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

ROUNDS = 9
_LEAST_SECONDS = 0.03

Sampler = Callable[[], float]
"""Does the work once, or often enough to be timed, and returns the seconds that one time took."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """What is divided by what: medians in seconds, the median of the rounds' quotients, and the bar if there is one."""

    above: str
    below: str
    above_seconds: float
    below_seconds: float
    quotient: float
    bar: float | None = None

    def __str__(self) -> str:
        said = f"{_spoken(self.quotient):>7}  {self.above} ({_duration(self.above_seconds)})"
        said += f" / {self.below} ({_duration(self.below_seconds)})"
        if self.bar is None:
            return said
        return f"{said}  [bar {self.bar:g}: {'held' if self.quotient <= self.bar else 'MISSED'}]"


@dataclass(frozen=True, slots=True)
class Rounds:
    """The seconds of each contender, round by round."""

    seconds: Mapping[str, Sequence[float]]

    def ratio(self, above: str, below: str, bar: float | None = None) -> Ratio:
        """One contender divided by another, judged by the median of the rounds."""
        pairs = zip(self.seconds[above], self.seconds[below], strict=True)
        quotient = median(one / other for one, other in pairs)
        return Ratio(above, below, median(self.seconds[above]), median(self.seconds[below]), quotient, bar)


def in_turn(samplers: Mapping[str, Sampler], rounds: int = ROUNDS) -> Rounds:
    """Times every contender once a round, each round beginning with another one, after one round that is not kept."""
    seconds: dict[str, list[float]] = {name: [] for name in samplers}
    names = list(samplers)
    for name in names:
        samplers[name]()
    for turn in range(rounds):
        for place in range(len(names)):
            name = names[(turn + place) % len(names)]
            seconds[name].append(samplers[name]())
    return Rounds(seconds)


def repeated(work: Callable[[], object]) -> Sampler:
    """A sampler of work that leaves nothing behind: short work is repeated until a clock can tell its length."""

    def sample() -> float:
        times, start = 0, perf_counter()
        while True:
            work()
            times += 1
            passed = perf_counter() - start
            if passed > _LEAST_SECONDS:
                return passed / times

    return sample


def _spoken(quotient: float) -> str:
    return f"{quotient:.2f}" if quotient >= 0.1 else f"{quotient:.4f}"


def _duration(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1000:.2f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"
