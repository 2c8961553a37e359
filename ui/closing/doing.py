"""What the buttons of a month do (提交、退回、审核、签发、重开); runs in the database's thread."""

from collections.abc import Callable, Mapping

from gridapp.closing.month_end import approve, close, reopen, send_back, submit
from gridapp.domain.books import BookAction, BookState
from gridapp.domain.period import Month
from ui.desk import Desk

OFFERED: Mapping[BookState, tuple[BookAction, ...]] = {
    BookState.DRAFT: (BookAction.SUBMIT,),
    BookState.SUBMITTED: (BookAction.RETURN, BookAction.SUBMIT, BookAction.APPROVE),
    BookState.APPROVED: (BookAction.RETURN, BookAction.SUBMIT, BookAction.CLOSE),
    BookState.CLOSED: (BookAction.REOPEN,),
}
"""What can be done with a month where it stands; the last is what comes next."""


def doing(desk: Desk, action: BookAction, town: str, month: Month) -> Callable[[str, str], object]:
    """The work of an action, given who signs and why."""
    office, actor, clock = desk.office, desk.actor, desk.clock
    works: Mapping[BookAction, Callable[[str, str], object]] = {
        BookAction.SUBMIT: lambda person, _: submit(office, town, month, person, actor, clock),
        BookAction.RETURN: lambda person, reason: send_back(office, town, month, person, reason, actor, clock),
        BookAction.APPROVE: lambda person, _: approve(office, town, month, person, actor, clock),
        BookAction.CLOSE: lambda person, _: close(office, town, month, person, actor, clock),
        BookAction.REOPEN: lambda person, reason: reopen(office, town, month, person, reason, actor, clock),
    }
    return works[action]
