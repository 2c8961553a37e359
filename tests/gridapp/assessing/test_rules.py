"""Rules of assessment: the default, an office's own from a month on, and what is wrong with a text."""

import pytest

from gridapp.assessing.marks import enter
from gridapp.assessing.rules import default_text, keep_rules, rules_for, rules_of
from gridapp.domain.period import Month
from gridapp.domain.problem import ClosedMonth, Refusal, Unacceptable
from gridapp.ports import Office
from tests.gridapp.assessing.township import JUNE, WORKER, line, with_workers
from tests.gridapp.closing.closings import JANUARY
from tests.offices import ACTOR, NOW, TOWN

JULY = JUNE.later(1)
MILDER = default_text().replace('name = "网格员考核办法（默认）"', 'name = "演示办法"').replace("each = 10", "each = 4")


def kept(office: Office, effective: Month, text: str = MILDER) -> None:
    keep_rules(office, TOWN, effective, text, ACTOR, NOW)


def close(office: Office, month: Month) -> None:
    with office.cases.transaction() as writer:
        writer.close_month(TOWN, month, ACTOR, NOW())


def test_without_own_rules_the_default_holds(office: Office) -> None:
    assert rules_for(office, TOWN, JUNE) == rules_of(default_text())


def test_own_rules_hold_from_their_month_on(office: Office) -> None:
    kept(office, JULY)
    assert [rules_for(office, TOWN, month).name for month in (JUNE, JULY, JULY.later(9))] == [
        "网格员考核办法（默认）",
        "演示办法",
        "演示办法",
    ]


def test_of_two_sets_from_the_same_month_the_later_kept_holds(office: Office) -> None:
    kept(office, JULY)
    kept(office, JULY, default_text())
    assert rules_for(office, TOWN, JULY) == rules_of(default_text())


def test_rules_that_are_kept_later_for_an_earlier_month_do_not_overrule_those_of_a_later_month(office: Office) -> None:
    kept(office, JULY)
    kept(office, JUNE, default_text())
    assert rules_for(office, TOWN, JULY).name == "演示办法"


def test_rules_of_a_closed_month_cannot_be_changed(office: Office) -> None:
    close(office, JANUARY)
    with pytest.raises(ClosedMonth, match="2018年1月已经关账，考核成绩不再变动；请记入2018年2月"):
        kept(office, JANUARY)
    kept(office, JANUARY.later(1))
    assert rules_for(office, TOWN, JANUARY) == rules_of(default_text())


def test_the_points_of_an_entry_are_those_of_the_rules_of_its_month(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    kept(sqlite_office, JULY)
    for month in (JUNE, JULY):
        enter(sqlite_office, TOWN, month, WORKER, "missed_major", "演示：漏报", ACTOR, NOW)
    assert [line(sqlite_office, "missed_major", month=month).points for month in (JUNE, JULY)] == [-10, -4]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('formula = "days"', 'formula = "nonsense"', "计分方式（formula）应为"),
        ("weight = 30", "weight = 0", "请写明分值（weight）"),
        ("weight = 30", 'weight = "三十"', "请写明分值（weight）"),
        ("each = 2", "", "请写明每次的分数（each）"),
        ('"专职网格员" = 20, ', "", "请写明专职网格员的月基数（targets）"),
        ('indicator = "event.reported"', 'indicator = "event.nothing"', "请写明统计指标（indicator）"),
        ('indicator = "event.reported"', 'indicator = "event.valid_rate"', "要用一个数，不能是率"),
        ('indicator = "event.valid_rate"', 'indicator = "event.closed"', "要用一个率"),
        ('indicator = "event.reported"', 'indicator = "drill.times"', "不能按人员统计"),
        ('code = "patrol"', 'code = "visits"', "代号（code）没有写或重复"),
        ('empty = "full"', 'empty = "half"', "empty 应为 full 或 zero"),
        ("bonus_limit = 10", "", "请写明加分上限"),
        ('name = "走访"', 'name = " "', "请写明名称（name）"),
        ('name = "走访"', 'name = "走访"\nunknown = 1', "没有“unknown”这样的内容"),
        ('cover = ["独居孤寡老人", ', 'cover = "独居孤寡老人" #', "应走访对象（cover）应写成一列类别"),
        ('roles = ["专职网格员", ', 'roles = ["网格员", ', "请写明考核哪些岗位（roles），不要重复"),
    ],
)
def test_a_text_that_makes_no_rules_is_refused_with_what_to_mend(old: str, new: str, message: str) -> None:
    assert old in default_text()
    with pytest.raises(Unacceptable) as refused:
        rules_of(default_text().replace(old, new, 1))
    assert message in str(refused.value)


def test_every_problem_is_told_at_once() -> None:
    broken = default_text().replace("weight = 30", "weight = 0").replace("bonus_limit = 10", "")
    with pytest.raises(Unacceptable) as refused:
        rules_of(broken)
    assert [problem.field for problem in refused.value.problems] == ["bonus_limit", "item.1"]


def test_what_cannot_be_read_at_all_is_refused_in_one_sentence() -> None:
    with pytest.raises(Refusal, match="看不懂考核办法的内容"):
        rules_of("name = ")
