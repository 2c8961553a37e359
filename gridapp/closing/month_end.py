"""The way of a month's report (提交、退回、审核、签发关账、重开): every step is signed and keeps its digest."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from gridapp.closing.authority import Authority, authority_of
from gridapp.closing.preconditions import refuse_unless_ready
from gridapp.closing.tables import tables_of
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.books import BookAction, BookState, BookStep, KeptTable, digest_of, state_of
from gridapp.domain.period import Month
from gridapp.domain.problem import Overtaken, Problem, Refusal, Unacceptable
from gridapp.ports import Books, Office

_CHANGED = "提交后数字有变动，请重新提交。"


def standing(books: Books, town: str, month: Month) -> BookState:
    """Where a town's month stands; one that was closed together with a later month is closed too."""
    return _after(books, town, month, books.steps(town, month))


def submit(office: Office, town: str, month: Month, person: str, actor: Actor, clock: Clock) -> BookStep:
    """Hands a month's report in (提交), anew if it was before; `person` is 填报人.

    Raises `Refusal` where the month is closed or not over, or its figures do not add up.
    """
    steps = office.books.steps(town, month)
    _refuse_closed(_after(office.books, town, month, steps), month)
    name, now = _name("填报人", person), clock()
    refuse_unless_ready(office, town, month, now)
    step = _step(town, month, BookAction.SUBMIT, name, actor, now)
    return _kept(office, step, steps, tables_of(office, town, month))


def send_back(
    office: Office, town: str, month: Month, person: str, reason: str, actor: Actor, clock: Clock
) -> BookStep:
    """Gives a report back to be looked over (退回), for a reason."""
    steps = office.books.steps(town, month)
    if _after(office.books, town, month, steps) not in (BookState.SUBMITTED, BookState.APPROVED):
        raise Refusal(f"{_label(month)}的报表没有在途的提交，不需要退回。")
    name, why = _name("退回人", person), _said(reason)
    step = replace(_step(town, month, BookAction.RETURN, name, actor, clock()), reason=why)
    return _kept(office, step, steps, None)


def approve(
    office: Office,
    town: str,
    month: Month,
    person: str,
    actor: Actor,
    clock: Clock,
    authority: Authority | None = None,
) -> BookStep:
    """Approves a report as it was handed in (审核通过); `person` is 审核人.

    Raises `Unacceptable` where he has no authority, `Refusal` where nothing was handed in or figures changed since.
    """
    steps = office.books.steps(town, month)
    if _after(office.books, town, month, steps) is not BookState.SUBMITTED:
        raise Refusal(f"{_label(month)}的报表不在“已提交”，不能审核；请先提交。")
    name = (authority or authority_of(office.registers, town)).sure("person", "审核人", person)
    tables = tables_of(office, town, month)
    _refuse_changed(steps, tables)
    return _kept(office, _step(town, month, BookAction.APPROVE, name, actor, clock()), steps, tables)


def close(
    office: Office,
    town: str,
    month: Month,
    person: str,
    actor: Actor,
    clock: Clock,
    authority: Authority | None = None,
) -> BookStep:
    """Signs a report and closes its month (签发关账); `person` is 签发人. The tables are kept as they are signed.

    Raises `Unacceptable` where he has no authority, `Refusal` where it was not approved or figures changed since.
    """
    steps = office.books.steps(town, month)
    state = _after(office.books, town, month, steps)
    if state is not BookState.APPROVED:
        _refuse_closed(state, month)
        raise Refusal(f"{_label(month)}的报表还没有审核通过，不能关账；请先提交和审核。")
    name = (authority or authority_of(office.registers, town)).sure("person", "签发人", person)
    # Counted before the tables are read: what is booked meanwhile is then found out.
    lines = office.books.lines_until(town, month)
    tables = tables_of(office, town, month)
    _refuse_changed(steps, tables)
    now = clock()
    try:
        with office.cases.transaction() as writer:
            writer.close_month(town, month, replace(actor, name=name), now, tables, lines, len(steps))
    except Overtaken as error:
        raise Refusal(_CHANGED) from error
    return replace(_step(town, month, BookAction.CLOSE, name, actor, now), digest=digest_of(tables))


def reopen(
    office: Office,
    town: str,
    month: Month,
    person: str,
    reason: str,
    actor: Actor,
    clock: Clock,
    authority: Authority | None = None,
) -> None:
    """Opens the month that was closed last (重开) by a leader's authority and for a reason; what was kept stays kept.

    Raises `Unacceptable` where the name has no authority or there is no reason, `Refusal` where the month is not
    closed or a later one is.
    """
    allowed = authority or authority_of(office.registers, town)
    problems = [allowed.problem_of("person", "准许重开的负责人", person)]
    problems += [None if reason.strip() else Problem("reason", "required", "请填写重开原因。")]
    if found := tuple(problem for problem in problems if problem is not None):
        raise Unacceptable(found)
    with office.cases.transaction() as writer:
        writer.reopen_month(town, month, person.strip(), reason.strip(), actor, clock())


def _after(books: Books, town: str, month: Month, steps: Sequence[BookStep]) -> BookState:
    """Where a month stands after some steps."""
    open_from = books.open_from(town)
    if open_from is not None and month.end <= open_from:
        return BookState.CLOSED
    return state_of(steps)


def _kept(office: Office, step: BookStep, after: Sequence[BookStep], tables: list[KeptTable] | None) -> BookStep:
    """Keeps a step unless somebody has made another since it was decided upon."""
    kept = replace(step, digest=digest_of(tables)) if tables is not None else step
    with office.cases.transaction() as writer:
        writer.keep_book_step(kept, len(after))
    return kept


def _step(town: str, month: Month, action: BookAction, person: str, actor: Actor, at: datetime) -> BookStep:
    return BookStep(town=town, month=month, action=action, at=at, person=person, workstation=actor.workstation)


def _refuse_closed(state: BookState, month: Month) -> None:
    if state is BookState.CLOSED:
        raise Refusal(f"{_label(month)}已经关账；确需改动的，请办理更正，或由负责人重开。")


def _refuse_changed(steps: Sequence[BookStep], tables: list[KeptTable]) -> None:
    """The tables must still say what was signed last."""
    if steps[-1].digest != digest_of(tables):
        raise Refusal(_CHANGED)


def _name(word: str, person: str) -> str:
    return Authority(()).sure("person", word, person)


def _said(reason: str) -> str:
    if not reason.strip():
        raise Unacceptable((Problem("reason", "required", "请填写退回原因。"),))
    return reason.strip()


def _label(month: Month) -> str:
    return month.period.label
