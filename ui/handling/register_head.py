"""What the head of a register's entry says (台账抬头): its number, since when, who answers for it, until when."""

from collections.abc import Iterator

from gridapp.domain.case import Case
from gridapp.domain.columns import ledger_of
from gridapp.domain.moment import spoken
from gridapp.domain.registers.standing import Standing
from ui.handling.head_words import HeadWords, Mark


def _marks(_: Case) -> Iterator[Mark]:
    return iter(())


def _facts(case: Case) -> Iterator[tuple[str, str | None]]:
    headings = {column.field: column.heading for column in ledger_of(case.kind).columns}
    yield "编号", case.number
    yield headings["reported_at"], spoken(case.reported_at)
    if "handler" in headings:
        yield headings["handler"], case.handler
    if isinstance(case, Standing) and case.removed_at is not None:
        yield headings["removed_at"], spoken(case.removed_at)
        yield headings["removed_reason"], case.removed_reason


REGISTER_HEAD = HeadWords(marks=_marks, facts=_facts)
