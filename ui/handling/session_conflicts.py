"""Whether a session that is being agreed on collides with another (约调冲突), said at once under its moment."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from html import escape
from uuid import UUID

from PySide6.QtCore import QObject

from gridapp.cases.dispute.week import conflicts
from gridapp.domain.mediation import SESSION_MINUTES, Purpose
from gridapp.domain.moment import day_of, end_of, start_of
from gridapp.ports import SessionLine
from ui.cases.move_dialog import MoveDialog
from ui.handling.entry import Makings
from ui.jobs import Questions
from ui.theme import COLOURS

_ONE_DAY = timedelta(days=1)
_NAMES = ("meet_at", "minutes", "place", "mediators")


class SessionConflicts(QObject):
    """Asks for the sessions of the day that is written, and says what stands against the hour."""

    def __init__(self, dialog: MoveDialog, makings: Makings) -> None:
        super().__init__(dialog)
        self._dialog, self._desk, self._case = dialog, makings.desk, makings.case
        self._questions = Questions(makings.desk.jobs, self)
        for name in _NAMES:
            dialog.entries[name].changed.connect(self.look)
        dialog.filled.connect(self.look)

    def look(self) -> None:
        """Looks at the day that is written."""
        line = self._written()
        if line is None:
            self._questions.forget()
            self._dialog.hint("meet_at", "")
            return
        book, day, town = self._desk.office.sessions, day_of(line.starts_at), self._case.town
        # A session of the day before may last beyond midnight.
        since, until = start_of(day - _ONE_DAY), end_of(day)
        self._questions.ask(
            "day", lambda: book.sessions(since, until, town), lambda lines: self._say(line, lines), lambda _: None
        )

    def _written(self) -> SessionLine | None:
        entries = self._dialog.entries
        try:
            meet_at: datetime | None = entries["meet_at"].read()
            minutes = entries["minutes"].read()
        except ValueError:
            return None
        if meet_at is None:
            return None
        return SessionLine(
            case_id=UUID(int=0),
            n=0,
            town=self._case.town,
            number=self._case.number,
            title=self._case.title,
            status=self._case.status,
            purpose=Purpose.MEDIATION,
            starts_at=meet_at,
            minutes=minutes or SESSION_MINUTES,
            place=entries["place"].read(),
            mediators=entries["mediators"].read(),
            awaited=True,
        )

    def _say(self, line: SessionLine, others: Sequence[SessionLine]) -> None:
        against = conflicts([line, *others]).get(line, ())
        if against:
            sentences = "；".join(against).replace(self._case.number, "本件的另一次调解")
            said = f"<span style='color:{COLOURS.warn}'><b>时间冲突：</b>{escape(sentences)}</span>"
        else:
            today = [other for other in others if day_of(other.starts_at) == day_of(line.starts_at) and other.awaited]
            said = f"这一天另有 {len(today)} 场约定，时间不冲突。" if today else "这一天没有其他约定。"
        self._dialog.hint("meet_at", said)
