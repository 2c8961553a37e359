"""What a pick list offers (选项), and which of it somebody's typing means, best match first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gridapp.domain.pinyin import finds, initials_of


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of a pick list; `code` finds it but is never shown, `name` is the part of the words sought first."""

    key: str | None
    text: str
    code: str = ""
    name: str = ""


def matching(typed: str, choices: Iterable[Choice]) -> Sequence[Choice]:
    """The choices that somebody means by a code, Chinese words or pinyin, best match first; all for nothing typed."""
    wanted = typed.strip().lower()
    if not wanted:
        return list(choices)
    ranked = ((_rank(wanted, choice), choice) for choice in choices)
    return [choice for rank, choice in sorted(((r, c) for r, c in ranked if r is not None), key=lambda pair: pair[0])]


def is_exact(typed: str, choice: Choice) -> bool:
    """Whether somebody has written a choice out, by its words or its code."""
    wanted = typed.strip().lower()
    return bool(wanted) and wanted in {choice.text.lower(), (choice.name or choice.text).lower(), choice.code.lower()}


def _rank(wanted: str, choice: Choice) -> int | None:
    name = choice.name or choice.text
    tests: tuple[Callable[[], bool], ...] = (
        lambda: is_exact(wanted, choice),
        lambda: name.lower().startswith(wanted),
        lambda: choice.code.lower().startswith(wanted),
        lambda: wanted.isascii() and any(initials.startswith(wanted) for initials in initials_of(name)),
        lambda: wanted in name.lower(),
        lambda: finds(wanted, name),
        lambda: finds(wanted, choice.text),
    )
    return next((rank for rank, test in enumerate(tests) if test()), None)
