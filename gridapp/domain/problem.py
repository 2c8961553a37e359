"""What can be wrong: problems that a clerk can mend, and known failures with one plain sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in what was entered; collected, never thrown one at a time.

    `field` is the name of the record's field, `code` a stable word for scripts,
    `message` one Chinese sentence that says what to mend.
    """

    field: str
    code: str
    message: str


class Refusal(Exception):
    """A known failure (已知情形): one plain Chinese sentence and what to do; nothing was changed."""


class Unacceptable(Refusal):
    """A record that cannot be saved as it is; carries every problem at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("；".join(problem.message for problem in problems).replace("。；", "；"))
        self.problems = problems


class Overtaken(Refusal):
    """Somebody else saved the same case first (版本冲突); nothing was overwritten."""


class ClosedMonth(Refusal):
    """Something would be counted in a month that is closed (关账); a chief's 更正 can do it all the same.

    `towns` are the codes of those whose months are meant; nothing where it is not known.
    """

    def __init__(self, sentence: str, towns: frozenset[str] = frozenset()) -> None:
        super().__init__(sentence)
        self.towns = towns
