"""The choices that a dispute's dialogs offer (调解办理的选项): words of the lists, sessions, terms."""

from collections.abc import Mapping, Sequence
from datetime import date

from gridapp.cases.dispute.told import term_in_words
from gridapp.domain.case import Case
from gridapp.domain.dispute import AgreementForm, Dispute, Mode, Risk
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.mediation import CourtReception, CourtRuling, Harm, SessionResult
from gridapp.domain.moment import spoken
from gridapp.domain.move import Move
from ui.handling.dialog_layout import Words

Options = Sequence[tuple[str | None, str]]

LISTS: Mapping[str | tuple[Move, str], Words] = {
    "informed": lambda: dispute_words().informed,
    "session_result": lambda: tuple(SessionResult),
    "mode": lambda: tuple(Mode),
    "committee": lambda: dispute_words().committees,
    "form": lambda: (AgreementForm.WRITTEN, AgreementForm.ORAL),
    "ground": lambda: dispute_words().grounds,
    "reception": lambda: tuple(CourtReception),
    "ruling": lambda: tuple(CourtRuling),
    "risk": lambda: tuple(Risk),
    "harm": lambda: tuple(Harm),
}
"""The words from which a field is chosen."""


def planned_sessions(case: Case, today: date, *, calling_off: bool) -> Options:
    """The sessions that are planned, each with its number; one more that none of them is meant.

    What is due by today is meant anyhow, so then there is no such choice.
    """
    if not isinstance(case, Dispute):
        return ()
    planned = [
        (str(n), f"{spoken(session.planned_at)} {session.place or ''}".strip())
        for n, session in enumerate(case.sessions, 1)
        if session.awaited and session.planned_at is not None
    ]
    if calling_off or due_session(case, today) is not None:
        return planned
    return [*planned, (None, "不是约定的这几次" if planned else "没有约定，直接调解")]


def due_session(case: Case, today: date) -> int | None:
    """The number of the planned session that is due by a day, the earliest; nothing where none is."""
    return case.awaited_session(by=today) if isinstance(case, Dispute) else None


def open_terms(case: Case) -> Options:
    """What is still to be performed, each with its number, and all of it at once."""
    if not isinstance(case, Dispute):
        return ()
    left = case.open_terms
    found = [(str(n), term_in_words(term)) for n, term in enumerate(case.terms, 1) if term in left]
    everything = "全部未履行的事项" if found else "协议全部内容"
    return found if len(found) == 1 else [(None, everything), *found]
