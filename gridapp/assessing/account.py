"""The account of points by hand (考核登记账): what was kept of an entry, and what is added to it.

What comes after a month was closed counts in the first open one, so that a signed sheet stays as it is.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from gridapp.assessing.sheet import assess
from gridapp.counting.figure_cases import cases_behind
from gridapp.domain.actor import Actor
from gridapp.domain.assessment import Item
from gridapp.domain.assessment_mark import Mark, MarkAct, Verdict
from gridapp.domain.period import Month
from gridapp.domain.problem import Problem, Refusal
from gridapp.ports import Office

LONGEST = 500
"""Letters that a reason or an opinion may have."""


def marks_of(office: Office, entry: UUID) -> list[Mark]:
    """Everything that was kept of an entry, oldest first; raises `Refusal` for an unknown one."""
    marks = list(office.assessment.entry(entry))
    if not marks:
        raise Refusal("没有这条考核登记，请刷新后重试。")
    return marks


def added(
    office: Office,
    last: Mark,
    act: MarkAct,
    amount: Decimal,
    reason: str,
    actor: Actor,
    clock: Callable[[], datetime],
    verdict: Verdict | None = None,
) -> Mark:
    """Adds one more act to an entry, after its last one."""
    mark = replace(
        last,
        n=last.n + 1,
        month=still_open(office, last.town, last.month),
        act=act,
        amount=amount,
        reason=reason.strip(),
        at=clock(),
        person=actor.name,
        workstation=actor.workstation,
        verdict=verdict,
    )
    office.assessment.add(mark)
    return mark


def still_open(office: Office, town: str, month: Month) -> Month:
    """The month in which points for a month count now."""
    first_open = office.books.open_from(town)
    return month if first_open is None else max(month, Month.of(first_open))


def counted_records(office: Office, town: str, month: Month, worker: str, item: Item, now: datetime) -> set[UUID]:
    """The records from which a worker's item was counted in a month."""
    return {
        case.case_id
        for score in assess(office, town, month, now).of(worker)
        for line in score.lines
        if line.item.code == item.code
        for figure in line.figures
        for case in cases_behind(office.ledger, figure.indicator, figure.cut)
    }


def problems_of_text(field: str, word: str, text: str) -> list[Problem]:
    """What is wrong with a reason or an opinion."""
    if not text.strip():
        return [Problem(field, "required", f"请填写{word}。")]
    return [Problem(field, "long", f"{word}不要超过 {LONGEST} 字。")] if len(text) > LONGEST else []
