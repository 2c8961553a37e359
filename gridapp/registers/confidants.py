"""The lists of those who may read what is confidential (保密名单): accusations and key persons, a list each.

An office begins by making a first list; from then on only those who stand on it change it, so nobody lets himself in.
"""

from collections.abc import Sequence

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.confidence import Confidence
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.ports import ConfidenceBook

MOST = 50
"""Names that a list may have: a named group, not the whole office."""

LONGEST = 20
"""Letters that a name may have (domain.md §9.3)."""


def why_not_change(confidants: Sequence[str], person: str) -> str | None:
    """Why a person may not change the list of a group, in one sentence; nothing if he may."""
    if not confidants or person in confidants:
        return None
    return f"只有名单上的人可以修改这份名单，请联系{'、'.join(confidants)}。"


def put_confidants(
    book: ConfidenceBook,
    confidence: Confidence,
    before: Sequence[str],
    wanted: Sequence[str],
    actor: Actor,
    clock: Clock,
) -> tuple[str, ...]:
    """Replaces the list of a group as it was shown (`before`); the names as they are kept.

    Raises `Unacceptable` where the new one is empty, too long, or has a name twice or one that is none; `Refusal`
    where the person may not change it; `Overtaken` where somebody else has changed it meanwhile.
    """
    standing = book.confidants(confidence)
    refusal = why_not_change(standing, actor.name)
    if refusal is not None:
        raise Refusal(refusal)
    names = tuple(name.strip() for name in wanted)
    if problems := _problems(confidence, names):
        raise Unacceptable(problems)
    if names != standing:
        book.change(confidence, tuple(before), names, actor, clock())
    return names


def who_may_read(book: ConfidenceBook, confidence: Confidence, person: str) -> str:
    """To whom a person is to turn who may not read, in one sentence."""
    confidants = [name for name in book.confidants(confidence) if name != person]
    if not confidants and person in book.confidants(confidence):
        return f"这一件{confidence.label}不能由您查看，请向上级机关了解。"
    if not confidants:
        return f"{confidence.label}只有保密名单上的人可以查看，名单还没有建立；请先在“设置”的“保密名单”中建立。"
    return f"{confidence.label}只有保密名单上的人可以查看；如需了解请联系{'、'.join(confidants)}。"


def _problems(confidence: Confidence, names: tuple[str, ...]) -> tuple[Problem, ...]:
    field = confidence.value
    problems = []
    if not names:
        problems.append(Problem(field, "required", "名单上至少要有一人，否则谁也不能再查看和修改。"))
    if any(not name or len(name) > LONGEST or any(letter in "、，,;；" for letter in name) for name in names):
        problems.append(Problem(field, "name", f"姓名不能为空，不超过 {LONGEST} 字，一行一人。"))
    if len(set(names)) < len(names):
        problems.append(Problem(field, "twice", "名单上有重复的姓名，请删去一个。"))
    if len(names) > MOST:
        problems.append(Problem(field, "many", f"一份名单最多 {MOST} 人，请只列必须知情的人。"))
    return tuple(problems)
