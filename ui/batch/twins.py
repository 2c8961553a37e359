"""Rows that look like another row of the grid or like a case on file (疑似重复): told quietly, after a pause."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from gridapp.cases.duplicates import judged, likely_duplicates
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from gridapp.ports import Candidate, Duplicates, Entered
from ui.desk import Desk
from ui.jobs import Questions

PAUSE = 700
"""Milliseconds without a change after which it looks."""
_AT_ONCE = 20
"""Rows that are looked for in one go; other questions come in between."""


class Twins(QObject):
    """`entered` gives what the rows hold as they stand, by their places."""

    found = Signal(object)
    """For each row that looks like another case one sentence."""

    def __init__(self, desk: Desk, entered: Callable[[], Mapping[int, Entered]], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._entered = desk, entered
        self._questions = Questions(desk.jobs, self)
        self._on_file: dict[Entered, str] = {}
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.look)

    def touch(self) -> None:
        """Something has changed."""
        self._timer.start()

    def forget(self) -> None:
        """Looks no more, and knows nothing of what is on file."""
        self._timer.stop()
        self._questions.forget()
        self._on_file.clear()

    def look(self) -> None:
        """Looks at every row now; rows that were looked up before are not asked for again."""
        entered = {place: asked for place, asked in self._entered().items() if asked.title.strip()}
        unknown = [asked for asked in dict.fromkeys(entered.values()) if asked not in self._on_file][:_AT_ONCE]
        duplicates = self._desk.office.duplicates

        def work() -> tuple[Mapping[Entered, str], Mapping[int, str]]:
            return {asked: _on_file(duplicates, asked) for asked in unknown}, _in_grid(entered)

        self._questions.ask("look", work, lambda answer: self._tell(entered, *answer), lambda _: None)

    def _tell(
        self, entered: Mapping[int, Entered], looked_up: Mapping[Entered, str], in_grid: Mapping[int, str]
    ) -> None:
        self._on_file |= looked_up
        words = {place: in_grid.get(place) or self._on_file.get(asked, "") for place, asked in entered.items()}
        self.found.emit({place: said for place, said in words.items() if said})
        if any(asked not in self._on_file for asked in entered.values()):
            self.look()


def _on_file(duplicates: Duplicates, asked: Entered) -> str:
    strongest = likely_duplicates(duplicates, asked, 1)
    if not strongest:
        return ""
    case = strongest[0].case
    status = Status(case.status).label
    return f"疑似重复：{case.number} {case.title}（{status}；{'、'.join(strongest[0].reasons) or '内容相似'}）"


def _in_grid(entered: Mapping[int, Entered]) -> Mapping[int, str]:
    """Only rows that share a title, a phone or a place are compared: all with all would take too long."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place, asked in entered.items():
        for shared in _shared(asked):
            groups[shared].append(place)
    found: dict[int, str] = {}
    for places in groups.values():
        for place in places[1:]:
            earlier = [_candidate(other, entered[other]) for other in places if other < place]
            strongest = judged(replace(entered[place], case_id=None), earlier, 1) if place not in found else ()
            if strongest:
                reasons = "、".join(strongest[0].reasons) or "内容相似"
                found[place] = f"疑似重复：与本表第 {strongest[0].case.number} 行（{reasons}）"
    return found


def _shared(asked: Entered) -> Iterator[Hashable]:
    yield "title", "".join(asked.title.split())
    if asked.kind is not Kind.EVENT:
        # Who reports an event reports many; a party to a dispute is what it is known by.
        yield from (("person", person) for person in asked.persons)
    if asked.phone:
        yield "phone", asked.phone
    if asked.address and asked.village:
        yield "place", asked.village, asked.address


def _candidate(place: int, asked: Entered) -> Candidate:
    return Candidate(
        id=UUID(int=place),
        number=str(place + 1),
        title=asked.title,
        status=Status.REPORTED.value,
        reported_at=asked.reported_at or datetime.min.replace(tzinfo=UTC),
        text=asked.text,
        category=asked.category,
        village=asked.village,
        address=asked.address,
        persons=asked.persons,
        phone=asked.phone,
    )
