"""What comes after a closing: the tables stay as they were signed, a leader's corrections are told one by one."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select, update

from db.engine import engine_for, url_of
from db.tables.ledger import POSTING
from db.tables.registers import AREA
from gridapp.cases.handle import void
from gridapp.closing.correcting import corrected
from gridapp.closing.late_changes import late_changes
from gridapp.closing.month_end import reopen
from gridapp.closing.reprint import reprint, signers_of, write_reprint
from gridapp.closing.tables import tables_of
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.books import digest_of
from gridapp.domain.case import Case
from gridapp.domain.event import Event
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from gridapp.safekeeping.check import check
from tests.gridapp.closing.closings import CHIEF, FEBRUARY, JANUARY, LEAVE, closed_by_all, with_leader
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES, amended, at, closed, recorded, reopened
from tests.sizes import FULL

OPERATIONS = 1000 if FULL else 60


@pytest.fixture(autouse=True)
def _leader(office: Office) -> None:
    with_leader(office)


def _run(location: str, statement: object) -> None:
    engine = engine_for(url_of(location))
    try:
        with engine.begin() as connection:
            connection.execute(statement)  # type: ignore[call-overload]
    finally:
        engine.dispose()


class Later:
    """What happens after January is closed: corrections by leave, and all that needs none."""

    def __init__(self, office: Office, location: str, closed_cases: Sequence[Event], seed: int) -> None:
        self.office, self.location, self.random = office, location, Random(seed)
        self.of_january = list(closed_cases)
        self.of_february: list[Case] = []
        self.corrections = 0

    def operate(self) -> None:
        """Does one thing."""
        works: Sequence[Callable[[], None]] = (self.record, self.go_on, self.correct, self.rename)
        self.random.choices(works, weights=(4, 3, 3, 1))[0]()

    def record(self) -> None:
        """A new event of February."""
        day = date(2018, 2, 1) + timedelta(days=self.random.randrange(28))
        self.of_february.append(recorded(self.office, day, village=self.random.choice(VILLAGES)))

    def go_on(self) -> None:
        """A case of February is closed, opened again or voided."""
        if not self.of_february:
            return
        place = self.random.randrange(len(self.of_february))
        case = self.of_february[place]
        if case.closed:
            self.of_february[place] = reopened(self.office, case, at(2018, 3, 5))
        elif case.closings:
            reason = "演示：重复"
            void(self.office.cases, case.id, case.version, reason, DEADLINES, ACTOR, NOW)
            del self.of_february[place]
        else:
            self.of_february[place] = closed(self.office, case, at(2018, 3, 2))

    def correct(self) -> None:
        """A leader lets an event of January be moved to another village."""
        place = self.random.randrange(len(self.of_january))
        event = self.of_january[place]
        others = [village for village in VILLAGES if village != event.village]
        by_leave = corrected(self.office, LEAVE)
        moved = amended(by_leave, event, village=self.random.choice(others), reason="演示：村社填错")
        self.of_january[place] = moved
        self.corrections += 1

    def rename(self) -> None:
        """A village gets another name, or ends."""
        village = self.random.choice(VILLAGES)
        name: dict[str, object] = {"name": f"演示合并{self.random.randrange(99)}村"}
        merged: dict[str, object] = {"valid_to": date(2018, 2, 28)}
        changes = self.random.choice([name, merged])
        _run(self.location, update(AREA).where(AREA.c.code == village).values(changes))


def _january(office: Office) -> list[Event]:
    return [recorded(office, date(2018, 1, n), village=VILLAGES[n % 3]) for n in range(1, 9)]


def test_the_tables_stay_as_signed_and_every_correction_is_told(office: Office, location: str) -> None:
    later = Later(office, location, _january(office), seed=5)
    signed = closed_by_all(office, JANUARY)
    kept = office.books.tables(TOWN, JANUARY)
    for _ in range(OPERATIONS):
        later.operate()
    assert office.books.tables(TOWN, JANUARY) == kept
    assert digest_of(kept) == signed.digest
    assert later.corrections > 0
    assert len(late_changes(office, TOWN, JANUARY)) == later.corrections
    assert all(result.ok for result in check(office)), [r.detail for r in check(office) if not r.ok]


def test_a_closed_month_counts_as_it_did_when_it_was_signed(office: Office, location: str) -> None:
    later = Later(office, location, _january(office), seed=9)
    closed_by_all(office, JANUARY)
    kept = {table.code: table.content for table in office.books.tables(TOWN, JANUARY)}
    for _ in range(OPERATIONS):
        later.record()
        later.correct()
    live = {table.code: table.content for table in tables_of(office, TOWN, JANUARY)}
    assert live["JZ"] == kept["JZ"]
    assert live["T3"] == kept["T3"]


def test_a_correction_is_booked_on_the_first_open_day_and_names_the_month(office: Office, location: str) -> None:
    event, *_ = _january(office)
    closed_by_all(office, JANUARY)
    amended(corrected(office, LEAVE), event, village=VILLAGES[2], reason="演示：村社填错")
    engine = engine_for(url_of(location))
    with engine.connect() as connection:
        query = select(POSTING.c.book_day, POSTING.c.corrects, POSTING.c.day).where(POSTING.c.corrects.is_not(None))
        booked = {tuple(row) for row in connection.execute(query)}
    engine.dispose()
    assert booked == {(date(2018, 2, 1), 201801, date(2018, 1, 1))}


def test_a_correction_is_told_in_words(office: Office) -> None:
    event, *_ = _january(office)
    closed_by_all(office, JANUARY)
    void(corrected(office, LEAVE).cases, event.id, event.version, "演示：重复登记", DEADLINES, ACTOR, NOW)
    (change,) = late_changes(office, TOWN, JANUARY)
    assert (change.number, change.person, change.action) == (event.number, ACTOR.name, "作废")
    assert "网格事件本期上报 −1 件（原属 2018-01-01，记入 2018-02-01）" in change.amounts
    assert change.reason == f"演示：重复登记；{LEAVE.reason}（经{CHIEF}同意更正）"
    assert figure(office.ledger, indicator_named("event.reported"), Cut(period_named("2018-01"), TOWN)) == 8


def test_a_correction_that_moves_a_case_says_from_where_to_where(office: Office) -> None:
    event, *_ = _january(office)
    closed_by_all(office, JANUARY)
    amended(corrected(office, LEAVE), event, village=VILLAGES[2], reason="演示：村社填错")
    (change,) = late_changes(office, TOWN, JANUARY)
    assert list(change.what) == ["村社：内冯村 → 西山村"]
    (moved,) = change.amounts
    assert moved.startswith("改列（总数不变）：本期上报")
    assert moved.endswith("（原属 2018-01-01，记入 2018-02-01）")


def test_a_month_that_was_closed_with_a_later_one_tells_its_corrections_too(office: Office) -> None:
    event, *_ = _january(office)
    closed_by_all(office, FEBRUARY)
    amended(corrected(office, LEAVE), event, village=VILLAGES[2], reason="演示：村社填错")
    assert len(late_changes(office, TOWN, JANUARY)) == 1
    assert late_changes(office, TOWN, FEBRUARY) == []


def test_what_a_later_month_had_booked_is_told_once_after_that_was_reopened(office: Office) -> None:
    event, *_ = _january(office)
    closed_by_all(office, JANUARY)
    closed_by_all(office, FEBRUARY)
    amended(corrected(office, LEAVE), event, village=VILLAGES[2], reason="演示：村社填错")
    reopen(office, TOWN, FEBRUARY, CHIEF, "演示：重报", ACTOR, NOW)
    (change,) = late_changes(office, TOWN, JANUARY)
    assert list(change.what) == ["村社：内冯村 → 西山村"]
    closed_by_all(office, FEBRUARY)
    assert len(late_changes(office, TOWN, JANUARY)) == 1


def test_a_month_without_corrections_has_no_changes(office: Office) -> None:
    _january(office)
    closed_by_all(office, JANUARY)
    recorded(office, date(2018, 2, 3))
    assert late_changes(office, TOWN, JANUARY) == []


def test_a_reprint_is_the_same_file_each_time(office: Office, location: str, tmp_path: Path) -> None:
    later = Later(office, location, _january(office), seed=3)
    closed_by_all(office, JANUARY)
    write_reprint(office, TOWN, JANUARY, tmp_path / "first.xlsx")
    for _ in range(10):
        later.correct()
        later.rename()
    write_reprint(office, TOWN, JANUARY, tmp_path / "again.xlsx")
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "again.xlsx").read_bytes()


def test_a_reprint_names_those_who_signed(office: Office) -> None:
    _january(office)
    closed_by_all(office, JANUARY)
    signers = signers_of(office.books.steps(TOWN, JANUARY))
    assert (signers.filled_by, signers.checked_by, signers.signed_by) == ("演示填报人", CHIEF, CHIEF)


def test_what_was_not_kept_is_not_printed_again(office: Office) -> None:
    closed_by_all(office, JANUARY)
    assert reprint(office.books, TOWN, JANUARY, "JZ").title == "结转表"
    with pytest.raises(Refusal, match="没有关账时保存"):
        reprint(office.books, TOWN, JANUARY, "T99")
    with pytest.raises(Refusal, match="没有关账时保存"):
        reprint(office.books, TOWN, JANUARY.later(-1), "JZ")
