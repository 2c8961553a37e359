"""Why rows that looked good could not be saved after all (按行说明), by the numbers under which they stand."""

from collections.abc import Sequence

from gridapp.domain.problem import Problem, Refusal, Unacceptable


def by_rows(refusal: Refusal, places: Sequence[int]) -> Refusal:
    """A refusal in one sentence a problem; `places` are those of the entries, whose problems are in `N.field`."""
    if not isinstance(refusal, Unacceptable):
        return refusal
    return Refusal("".join(f"{_row(problem, places)}{problem.message}" for problem in refusal.problems))


def _row(problem: Problem, places: Sequence[int]) -> str:
    n, dot, _ = problem.field.partition(".")
    if len(places) == 1:
        return f"第 {places[0] + 1} 行："
    return f"第 {places[int(n)] + 1} 行：" if dot and n.isdecimal() and int(n) < len(places) else ""
