"""Twenty disputes taken to every end, counted by hand after every step (domain.md §3.3)."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from gridapp.cases import handle, merging
from gridapp.cases.dispute.on_the_spot import Settled, settle
from gridapp.cases.dispute.record import record
from gridapp.cli.asking import words_of
from gridapp.counting.amount import Rate
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure, tally
from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import SessionResult, Term
from gridapp.domain.move import Move
from gridapp.domain.period import period_named
from gridapp.ports import Office
from tests.gridapp.cases.dispute.courses import order_for
from tests.offices import ACTOR, DEADLINES, TOWN, at, dispute_draft

CODES = {
    "排查": "found",
    "调处": "handled",
    "在调": "closing",
    "成功": "succeeded",
    "不成": "failed",
    "撤回": "withdrawn",
    "转送": "transferred",
    "书面": "agreed_in_writing",
    "口头": "agreed_orally",
    "超期": "handled_late",
    "履行": "performed",
    "违约": "unperformed",
    "不收": "rejected",
    "作废": "voided",
    "并案": "merged",
    "次数": "sessions",
}

# What stands after each step for the whole year, in the order of the steps of each dispute.
COUNTED = """
纠纷 办理       日期   排查 调处 在调 成功 不成 撤回 转送 书面 口头 超期 履行 违约 不收 作废 并案 次数
1    登记       01-02     1    0    1    0    0    0    0    0    0    0    0    0    0    0    0    0
1    受理       01-03     1    0    1    0    0    0    0    0    0    0    0    0    0    0    0    0
1    调解       01-05     1    0    1    0    0    0    0    0    0    0    0    0    0    0    0    1
1    口头       01-08     1    1    0    1    0    0    0    0    1    0    1    0    0    0    0    1
1    归档       01-30     1    1    0    1    0    0    0    0    1    0    1    0    0    0    0    1
2    登记       01-03     2    1    1    1    0    0    0    0    1    0    1    0    0    0    0    1
2    受理       01-04     2    1    1    1    0    0    0    0    1    0    1    0    0    0    0    1
2    调解       01-10     2    1    1    1    0    0    0    0    1    0    1    0    0    0    0    2
2    书面       01-10     2    2    0    2    0    0    0    1    1    0    1    0    0    0    0    2
2    履行       01-20     2    2    0    2    0    0    0    1    1    0    2    0    0    0    0    2
2    回访       02-09     2    2    0    2    0    0    0    1    1    0    2    0    0    0    0    2
2    归档       02-10     2    2    0    2    0    0    0    1    1    0    2    0    0    0    0    2
3    登记       01-05     3    2    1    2    0    0    0    1    1    0    2    0    0    0    0    2
3    受理       01-05     3    2    1    2    0    0    0    1    1    0    2    0    0    0    0    2
3    书面两项   01-15     3    3    0    3    0    0    0    2    1    0    2    0    0    0    0    2
3    履行一项   01-20     3    3    0    3    0    0    0    2    1    0    2    0    0    0    0    2
3    履行       01-25     3    3    0    3    0    0    0    2    1    0    3    0    0    0    0    2
4    登记       01-08     4    3    1    3    0    0    0    2    1    0    3    0    0    0    0    2
4    受理       01-09     4    3    1    3    0    0    0    2    1    0    3    0    0    0    0    2
4    书面       01-20     4    4    0    4    0    0    0    3    1    0    3    0    0    0    0    2
4    未履行     02-20     4    4    0    4    0    0    0    3    1    0    3    1    0    0    0    2
4    重开       02-25     4    3    1    3    0    0    0    2    1    0    3    0    0    0    0    2
4    调解       03-01     4    3    1    3    0    0    0    2    1    0    3    0    0    0    0    3
4    口头       03-02     4    4    0    4    0    0    0    2    2    0    4    0    0    0    0    3
5    登记       01-10     5    4    1    4    0    0    0    2    2    0    4    0    0    0    0    3
5    受理       01-11     5    4    1    4    0    0    0    2    2    0    4    0    0    0    0    3
5    调解       01-15     5    4    1    4    0    0    0    2    2    0    4    0    0    0    0    4
5    终止       02-01     5    5    0    4    1    0    0    2    2    0    4    0    0    0    0    4
6    登记       01-12     6    5    1    4    1    0    0    2    2    0    4    0    0    0    0    4
6    受理       01-12     6    5    1    4    1    0    0    2    2    0    4    0    0    0    0    4
6    终止       01-30     6    6    0    4    2    0    0    2    2    0    4    0    0    0    0    4
6    重开       02-15     6    5    1    4    1    0    0    2    2    0    4    0    0    0    0    4
6    口头       02-20     6    6    0    5    1    0    0    2    3    0    5    0    0    0    0    4
7    登记       01-15     7    6    1    5    1    0    0    2    3    0    5    0    0    0    0    4
7    撤回       01-16     7    7    0    5    1    1    0    2    3    0    5    0    0    0    0    4
8    登记       01-16     8    7    1    5    1    1    0    2    3    0    5    0    0    0    0    4
8    受理       01-17     8    7    1    5    1    1    0    2    3    0    5    0    0    0    0    4
8    无人到场   01-18     8    7    1    5    1    1    0    2    3    0    5    0    0    0    0    4
8    撤回       01-20     8    8    0    5    1    2    0    2    3    0    5    0    0    0    0    4
9    登记       01-17     9    8    1    5    1    2    0    2    3    0    5    0    0    0    0    4
9    受理       01-18     9    8    1    5    1    2    0    2    3    0    5    0    0    0    0    4
9    转送       01-25     9    9    0    5    1    2    1    2    3    0    5    0    0    0    0    4
10   登记       01-18    10    9    1    5    1    2    1    2    3    0    5    0    0    0    0    4
10   转送       01-19    10   10    0    5    1    2    2    2    3    0    5    0    0    0    0    4
11   登记       01-19    11   10    1    5    1    2    2    2    3    0    5    0    0    0    0    4
11   不予受理   01-20    10   10    0    5    1    2    2    2    3    0    5    0    1    0    0    4
12   登记       01-20    11   10    1    5    1    2    2    2    3    0    5    0    1    0    0    4
12   不予受理   01-21    10   10    0    5    1    2    2    2    3    0    5    0    2    0    0    4
12   重新受理   01-25    11   10    1    5    1    2    2    2    3    0    5    0    1    0    0    4
12   受理       01-26    11   10    1    5    1    2    2    2    3    0    5    0    1    0    0    4
12   口头       02-05    11   11    0    6    1    2    2    2    4    0    6    0    1    0    0    4
13   登记       01-22    12   11    1    6    1    2    2    2    4    0    6    0    1    0    0    4
13   作废       01-23    11   11    0    6    1    2    2    2    4    0    6    0    1    1    0    4
14   登记       01-23    12   11    1    6    1    2    2    2    4    0    6    0    1    1    0    4
14   受理       01-24    12   11    1    6    1    2    2    2    4    0    6    0    1    1    0    4
14   口头       01-30    12   12    0    7    1    2    2    2    5    0    7    0    1    1    0    4
14   作废       02-10    11   11    0    6    1    2    2    2    4    0    6    0    1    2    0    4
14   恢复       02-12    12   12    0    7    1    2    2    2    5    0    7    0    1    1    0    4
15   登记       01-24    13   12    1    7    1    2    2    2    5    0    7    0    1    1    0    4
15   受理       01-24    13   12    1    7    1    2    2    2    5    0    7    0    1    1    0    4
15   并入1      01-26    12   12    0    7    1    2    2    2    5    0    7    0    1    1    1    4
16   当场       02-03    13   13    0    8    1    2    2    2    6    0    8    0    1    1    1    5
17   登记       02-05    14   13    1    8    1    2    2    2    6    0    8    0    1    1    1    5
17   受理       02-06    14   13    1    8    1    2    2    2    6    0    8    0    1    1    1    5
17   调解       02-07    14   13    1    8    1    2    2    2    6    0    8    0    1    1    1    6
17   书面       02-08    14   14    0    9    1    2    2    3    6    0    8    0    1    1    1    6
17   申请确认   02-10    14   14    0    9    1    2    2    3    6    0    8    0    1    1    1    6
17   法院受理   02-12    14   14    0    9    1    2    2    3    6    0    8    0    1    1    1    6
17   确认有效   02-20    14   14    0    9    1    2    2    3    6    0    8    0    1    1    1    6
17   履行       03-01    14   14    0    9    1    2    2    3    6    0    9    0    1    1    1    6
18   登记       02-06    15   14    1    9    1    2    2    3    6    0    9    0    1    1    1    6
18   受理       02-07    15   14    1    9    1    2    2    3    6    0    9    0    1    1    1    6
18   移交       02-10    15   14    1    9    1    2    2    3    6    0    9    0    1    1    1    6
18   终止       02-28    15   15    0    9    2    2    2    3    6    0    9    0    1    1    1    6
19   登记       02-07    16   15    1    9    2    2    2    3    6    0    9    0    1    1    1    6
19   受理       02-08    16   15    1    9    2    2    2    3    6    0    9    0    1    1    1    6
19   调解       03-20    16   15    1    9    2    2    2    3    6    0    9    0    1    1    1    7
19   口头       03-25    16   16    0   10    2    2    2    3    7    1   10    0    1    1    1    7
20   登记       02-08    17   16    1   10    2    2    2    3    7    1   10    0    1    1    1    7
20   受理       02-09    17   16    1   10    2    2    2    3    7    1   10    0    1    1    1    7
20   防止民转刑 02-10    17   16    1   10    2    2    2    3    7    1   10    0    1    1    1    7
20   约定       02-11    17   16    1   10    2    2    2    3    7    1   10    0    1    1    1    7
20   取消约定   02-12    17   16    1   10    2    2    2    3    7    1   10    0    1    1    1    7
20   延长期限   03-01    17   16    1   10    2    2    2    3    7    1   10    0    1    1    1    7"""

WRITTEN = {"form": "书面", "number": ""}
ONE = (Term(agreement=0, what="演示：赔偿", amount=Decimal(500), due_at=at(2018, 12, 1)),)
TWO = (*ONE, Term(agreement=0, what="演示：道歉", due_at=at(2018, 12, 1)))
MOVES: Mapping[str, tuple[Move, Mapping[str, object]]] = {
    "受理": (Move.ACCEPT, {"chief": "演示首席"}),
    "调解": (Move.MEDIATE, {}),
    "无人到场": (Move.MEDIATE, {"session_result": SessionResult.ABSENT}),
    "口头": (Move.AGREE, {"form": "口头", "number": "", "at_once": True}),
    "书面": (Move.AGREE, {**WRITTEN, "terms": ONE}),
    "书面两项": (Move.AGREE, {**WRITTEN, "terms": TWO}),
    "履行一项": (Move.PERFORM, {"term": 1}),
    "履行": (Move.PERFORM, {}),
    "未履行": (Move.BREACH, {}),
    "回访": (Move.REVISIT, {}),
    "归档": (Move.ARCHIVE, {}),
    "重开": (Move.REOPEN, {}),
    "终止": (Move.FAIL, {}),
    "撤回": (Move.WITHDRAW, {}),
    "转送": (Move.TRANSFER, {}),
    "不予受理": (Move.REJECT, {}),
    "重新受理": (Move.RECONSIDER, {}),
    "申请确认": (Move.APPLY_CONFIRMATION, {}),
    "法院受理": (Move.COURT_RECEIVES, {}),
    "确认有效": (Move.COURT_RULES, {}),
    "移交": (Move.HAND_OVER, {}),
    "防止民转刑": (Move.RECORD_PREVENTION, {}),
    "约定": (Move.SCHEDULE, {}),
    "取消约定": (Move.CANCEL_SESSION, {}),
    "延长期限": (Move.EXTEND, {}),
}
NEW: Mapping[str, Mapping[str, object]] = {
    "1": {"people": 60, "committee": "村"},
    "2": {"people": 120, "committee": "乡镇"},
    "3": {"people": 500, "difficult": True},
    "17": {"level": "重大", "category": "ZZ0105"},
}


class Mediators:
    """Those who bring the disputes on their way, each step on its own day."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._cases: dict[str, Case] = {}
        self._steps = 0

    def do(self, which: str, what: str, day: str) -> None:
        """Takes one step with one dispute."""
        self._steps += 1
        month, number = map(int, day.split("-"))
        moment = at(2018, month, number, 8) + timedelta(minutes=self._steps)
        doing = self._doings.get(what, Mediators._move)
        self._cases[which] = doing(self, which, what, moment)

    def _register(self, which: str, _: str, moment: datetime) -> Case:
        draft = dispute_draft(moment, **NEW.get(which, {}))
        return record(self._office.cases, self._office.registers.areas(), DEADLINES, draft, ACTOR, lambda: moment)

    def _settle(self, which: str, _: str, moment: datetime) -> Case:
        line = Settled(draft=dispute_draft(moment), result="演示：握手言和")
        areas = self._office.registers.areas()
        return settle(self._office.cases, areas, DEADLINES, [line], ACTOR, lambda: moment)[0]

    def _void(self, which: str, _: str, moment: datetime) -> Case:
        case = self._cases[which]
        return handle.void(self._office.cases, case.id, case.version, "登记错误", DEADLINES, ACTOR, lambda: moment)

    def _restore(self, which: str, _: str, moment: datetime) -> Case:
        case = self._cases[which]
        return handle.restore(self._office.cases, case.id, case.version, "作废错误", DEADLINES, ACTOR, lambda: moment)

    def _merge(self, which: str, _: str, moment: datetime) -> Case:
        case, into = self._cases[which], self._cases["1"].id
        merged = merging.merge_all(
            self._office.cases, {case.id: case.version}, into, "重复", DEADLINES, ACTOR, lambda: moment
        )
        return merged[0]

    def _move(self, which: str, what: str, moment: datetime) -> Case:
        case = self._cases[which]
        assert isinstance(case, Dispute)
        move, particulars = MOVES[what]
        order = order_for(case, move, moment, **particulars)
        return handle.take(self._office.cases, case.id, case.version, order, DEADLINES, ACTOR, lambda: moment)

    _doings: Mapping[str, Callable[["Mediators", str, str, datetime], Case]] = {
        "登记": _register,
        "当场": _settle,
        "作废": _void,
        "恢复": _restore,
        "并入1": _merge,
    }


HEADINGS, *LINES = (line.split() for line in COUNTED.strip().splitlines())
YEAR = Cut(period_named("2018"), TOWN)


def _figures(office: Office) -> list[int]:
    indicators = (indicator_named(f"dispute.{CODES[heading]}") for heading in HEADINGS[3:])
    values = (figure(office.ledger, indicator, YEAR) for indicator in indicators)
    return [int(value) for value in values if isinstance(value, Decimal)]


@pytest.fixture
def told(sqlite_office: Office) -> Office:
    """The office after the whole story."""
    mediators = Mediators(sqlite_office)
    for which, what, day, *_ in LINES:
        mediators.do(which, what, day)
    return sqlite_office


def test_after_every_step_the_year_stands_as_counted_by_hand(office: Office) -> None:
    mediators = Mediators(office)
    for which, what, day, *counted in LINES:
        mediators.do(which, what, day)
        assert _figures(office) == [int(number) for number in counted], (which, what, day)


MONTHS = """
          上期 排查 调处 期末 成功 不成 撤回 转送 成功率
2018-01     0   12   10    2    5    1    2    2   5/6
2018-02     2    5    4    3    3    1    0    0   3/4
2018-03     3    0    2    1    2    0    0    0   2/2
2018-04     1    0    0    1    0    0    0    0   0/0
"""
FORMS = """
          调处 成功 不成 撤回 转送 成功率
书面         3    3    0    0    0   3/3
口头         7    7    0    0    0   7/7
无           6    0    2    2    2   0/2
"""
OUTCOMES = """
          调处 成功 不成 撤回 转送
调解成功    10   10    0    0    0
调解不成     2    0    2    0    0
撤回         2    0    0    2    0
转送         2    0    0    0    2
"""
BANDS = """
          排查 调处 人数
50人以下     0    0    0
50至100      1    1   60
100至500     1    1  120
500以上      1    1  500
未填        14   13    0
"""
COMMITTEES = """
                   排查 调处
村                    1    1
居                    0    0
乡镇                  1    1
街道                  0    0
企事业单位            0    0
社会团体和其他组织    0    0
未填                 15   14
"""
MODES = """
          排查 调处 成功
人民调解    16   15   10
行政调解     1    1    0
"""
BESIDE = """
         重大排查 重大调处 重大成功 重大不成 重大成功率 疑难
2018           1        1        1        0         1/1    1
"""
AGREEMENTS = """
         次数 协议金额 履行 违约 申请 确认 回访
2018        7     1500   10    0    1    1    1
"""
PREVENTED = """
         民转刑 所涉 自杀
2018          1    3    0
"""
NAMES = {
    **CODES,
    "上期": "opening",
    "期末": "closing",
    "成功率": "success_rate",
    "人数": "people",
    "重大排查": "major_found",
    "重大调处": "major_handled",
    "重大成功": "major_succeeded",
    "重大不成": "major_failed",
    "重大成功率": "major_success_rate",
    "疑难": "difficult",
    "协议金额": "agreed_amount",
    "申请": "confirmations_applied",
    "确认": "confirmed",
    "回访": "revisited",
    "民转刑": "prevented_crimes",
    "所涉": "prevented_crime_people",
    "自杀": "prevented_suicides",
}


def _parsed(text: str) -> tuple[list[str], list[list[str]]]:
    headings, *rows = (line.split() for line in text.strip().splitlines())
    return headings, rows


@pytest.mark.parametrize(
    ("dimension", "text"),
    [
        (Dimension.MONTH, MONTHS),
        (Dimension.FORM, FORMS),
        (Dimension.OUTCOME, OUTCOMES),
        (Dimension.BAND, BANDS),
        (Dimension.COMMITTEE, COMMITTEES),
        (Dimension.MODE, MODES),
    ],
)
def test_the_finished_story_stands_in_every_table_as_counted_by_hand(
    told: Office, dimension: Dimension, text: str
) -> None:
    headings, expected = _parsed(text)
    cut = Cut(period_named("2018-01..2018-04"), TOWN)
    table = tally(told.ledger, words_of(told), catalogue()[Kind.DISPUTE], cut, [dimension])
    found = [
        [row.keys[0] or "未填", *(_said(row.values[f"dispute.{NAMES[heading]}"]) for heading in headings)]
        for row in table.rows
    ]
    assert found == expected


def _said(value: object) -> str:
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Rate) else str(value)


@pytest.mark.parametrize("text", [BESIDE, AGREEMENTS, PREVENTED])
def test_the_smaller_tables_stand_as_counted_by_hand(told: Office, text: str) -> None:
    headings, ((_, *expected),) = _parsed(text)
    found = [figure(told.ledger, indicator_named(f"dispute.{NAMES[heading]}"), YEAR) for heading in headings]
    assert [_said(value) for value in found] == expected


def test_every_type_of_the_lists_is_a_row(told: Office) -> None:
    table = tally(told.ledger, words_of(told), catalogue()[Kind.DISPUTE], YEAR, [Dimension.MEDIATION_TYPE])
    found = {row.keys[0]: row.values["dispute.found"] for row in table.rows}
    assert len(found) == 18
    assert {key: number for key, number in found.items() if number} == {"邻里纠纷": 16, "征地拆迁纠纷": 1}
