"""T4 人民调解案件统计表: what has ended, by what it was, and success only where an agreement was reached."""

from typing import Any

import pytest

from gridapp.cli.asking import words_of
from gridapp.domain.case import Closing
from gridapp.domain.dispute import AgreementForm, Mode, Outcome
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.period import period_named
from gridapp.domain.staff import Unit
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.ports import Office
from gridapp.reporting.official.table import OfficialTable
from gridapp.reporting.official.tables import official_table
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import TOWN, at

CAME = ("主动调解", None), ("依申请", None), ("委托移送", "法院"), ("委托移送", "其他部门"), ("委托移送", None)


def ended(outcome: Outcome, source: str | None = "主动调解", entrusted_by: str | None = None, **fields: Any) -> Any:
    """A dispute that was mediated in January."""
    form = AgreementForm.WRITTEN if outcome is Outcome.SUCCEEDED else None
    values = {
        "mode": Mode.PEOPLE,
        "source": source,
        "entrusted_by": entrusted_by,
        "party_a": "演示甲",
        "party_b": "演示乙",
    }
    closings = (Closing(closed_at=at(2018, 1, 20), outcome=outcome, form=form),)
    return bare(Kind.DISPUTE, closings=closings, status=outcome.status, **(values | fields))


def totals(office: Office) -> dict[str, Any]:
    """The last row by the lowest heading of each column."""
    table = official_table(office, words_of(office), TOWN, period_named("2018-01"), "T4")
    values = [cell.value for cell in table.rows[-1].cells]
    return dict(zip(_headings(table), values, strict=True))


def rows(office: Office) -> dict[str, list[Any]]:
    """The number of cases and the columns of the kinds of committees, by committee."""
    table = official_table(office, words_of(office), TOWN, period_named("2018-01"), "T4")
    headings = _headings(table)
    places = [headings.index(word) for word in ("案件总数", "村", "乡镇")]
    return {row.labels[0]: [row.cells[place].value for place in places] for row in table.rows}


def _headings(table: OfficialTable) -> list[str]:
    lowest = [""] * table.columns
    for _, column, heading in table.placed_headings():
        lowest[column] = heading.text
    return lowest[table.label_columns :]


def test_what_has_ended_is_not_all_a_success(sqlite_office: Office) -> None:
    save(sqlite_office, [ended(outcome) for outcome in Outcome])
    told = totals(sqlite_office)
    assert (told["案件总数"], told["调解成功数"], told["书面"], told["口头"]) == (4, 1, 1, 0)
    assert told["涉及当事人数"] == 8


def test_what_was_sent_is_told_again_by_who_sent_it(sqlite_office: Office) -> None:
    save(sqlite_office, [ended(Outcome.FAILED, *came) for came in CAME])
    told = totals(sqlite_office)
    assert [told[word] for word in ("主动", "依申请", "接受委托移送")] == [1, 1, 3]
    assert [told[word] for word in ("其中法院", "检察院", "公安", "信访")] == [1, 0, 0, 0]
    assert told["案件总数"] == 5


def test_what_came_otherwise_is_told_beside_so_that_the_sources_add_up(sqlite_office: Office) -> None:
    came = [*CAME, ("网格上报", None), (None, None)]
    save(sqlite_office, [ended(Outcome.FAILED, *one) for one in came])
    told = totals(sqlite_office)
    assert told["其他来源和未填"] == 2
    assert sum(told[word] for word in ("主动", "依申请", "接受委托移送", "其他来源和未填")) == told["案件总数"]


def test_every_committee_on_file_has_a_row_and_what_ended_elsewhere_its_own(sqlite_office: Office) -> None:
    unit = Unit(town=TOWN, name="演示村调委会", nature="调委会")
    sqlite_office.registers.add_staff([], [unit, Unit(town=TOWN, name="演示办公室", nature="镇机关")])
    save(sqlite_office, [ended(Outcome.FAILED, unit="演示镇调委会", committee="乡镇"), ended(Outcome.FAILED)])
    assert rows(sqlite_office) == {
        "演示村调委会": [0, 0, 0],
        "演示镇调委会": [1, 0, 1],
        "未填": [1, 0, 0],
        "合计": [2, 0, 1],
    }


def test_what_was_handed_over_after_a_reopening_stays_with_the_committee_that_ended_it(sqlite_office: Office) -> None:
    first = Closing(closed_at=at(2018, 1, 20), outcome=Outcome.FAILED, reopened_at=at(2018, 2, 1))
    handed = Step(
        move=Move.HAND_OVER,
        at=at(2018, 2, 3),
        person="演示员",
        status=Status.ACCEPTED,
        from_unit="演示村调委会",
        from_committee="村",
    )
    now: dict[str, Any] = {"unit": "演示镇调委会", "committee": "乡镇", "mode": Mode.PEOPLE}
    save(sqlite_office, [bare(Kind.DISPUTE, closings=(first,), steps=(handed,), status=Status.ACCEPTED, **now)])
    assert rows(sqlite_office) == {"演示村调委会": [1, 1, 0], "合计": [1, 1, 0]}


@pytest.mark.parametrize("mode", [Mode.ADMINISTRATIVE, None])
def test_only_peoples_mediation_is_counted(sqlite_office: Office, mode: Mode | None) -> None:
    save(sqlite_office, [ended(Outcome.SUCCEEDED, mode=mode)])
    assert totals(sqlite_office)["案件总数"] == 0
