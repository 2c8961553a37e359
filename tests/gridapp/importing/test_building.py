"""What only a whole row can get wrong, and the records that good rows become."""

from typing import Any

import pytest

from gridapp.domain.area import AreaTree
from gridapp.domain.case import Closing
from gridapp.domain.columns import ledger_of
from gridapp.domain.dispute import Dispute, Mode
from gridapp.domain.hazard import CountingUnit, Hazard
from gridapp.domain.identity import case_id_at
from gridapp.domain.inspection import Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from gridapp.importing.building import build, problems_of
from tests.offices import TOWN_AREAS, at

TOWN = AreaTree(TOWN_AREAS).towns[0]
NOW = at(2018, 6, 30, 12)
DAY = at(2018, 6, 11, 9)


def headings_of(kind: Kind) -> dict[str, str]:
    return {column.field: column.heading for column in ledger_of(kind).columns}


def codes(kind: Kind, **values: Any) -> list[tuple[str, str]]:
    return [(p.field, p.code) for p in problems_of(kind, {"reported_at": DAY} | values, headings_of(kind), TOWN, NOW)]


@pytest.mark.parametrize(
    ("kind", "values", "problem"),
    [
        (Kind.EVENT, {"reported_at": at(2081, 6, 11)}, ("reported_at", "future")),
        (Kind.EVENT, {"closed_at": at(2081, 6, 11)}, ("closed_at", "future")),
        (Kind.EVENT, {"closed_at": at(2018, 6, 10)}, ("closed_at", "order")),
        (Kind.EVENT, {"closed_at": at(2018, 6, 11, 8)}, ("closed_at", "order")),
        (Kind.EVENT, {"due_at": at(2018, 6, 10)}, ("due_at", "order")),
        (Kind.EVENT, {"state": "已办结"}, ("closed_at", "state")),
        (Kind.DISPUTE, {"closed_at": DAY}, ("outcome", "required")),
        (Kind.DISPUTE, {"outcome": "撤回"}, ("closed_at", "required")),
        (Kind.DISPUTE, {"revisited_at": at(2018, 6, 1)}, ("revisited_at", "order")),
        (Kind.DISPUTE, {"occurred_at": at(2018, 6, 12)}, ("occurred_at", "order")),
        (Kind.PETITION, {"heads": 0}, ("heads", "count")),
        (Kind.PETITION, {"backlog": True}, ("backlog_entered_at", "required")),
        (Kind.PETITION, {"backlog_resolved_at": DAY}, ("backlog_resolved_at", "order")),
        (Kind.HAZARD, {"closed_at": DAY, "recheck_result": "不合格"}, ("closed_at", "recheck")),
        (Kind.ENFORCEMENT, {"category": "临时查封", "unit": "高湖镇"}, ("unit", "authority")),
        (Kind.ENFORCEMENT, {"category": "行政拘留", "unit": "高湖镇人民政府"}, ("unit", "authority")),
    ],
)
def test_what_contradicts_itself_is_told(kind: Kind, values: dict[str, Any], problem: tuple[str, str]) -> None:
    assert codes(kind, **values) == [problem]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Kind.EVENT, {}),
        (Kind.EVENT, {"closed_at": at(2018, 6, 11)}),
        (Kind.EVENT, {"due_at": at(2081, 6, 11)}),
        (Kind.PETITION, {"backlog": True, "backlog_entered_at": DAY}),
        (Kind.ENFORCEMENT, {"category": "临时查封", "unit": "演示县消防救援大队"}),
        (Kind.ENFORCEMENT, {"category": "罚款", "unit": "高湖镇人民政府"}),
    ],
)
def test_what_fits_together_is_accepted(kind: Kind, values: dict[str, Any]) -> None:
    assert codes(kind, **values) == []


def built(kind: Kind, **values: Any) -> Any:
    return build(kind, {"reported_at": DAY} | values, TOWN, case_id_at(NOW, 1), "GH-001", NOW)


def test_a_closed_row_is_a_closed_case_with_the_limit_in_its_closing() -> None:
    case = built(Kind.EVENT, title="演示", closed_at=at(2018, 6, 20), due_at=at(2018, 6, 19), result="演示：已处理")
    assert case.status is Status.CLOSED
    assert case.closings == (Closing(closed_at=at(2018, 6, 20), due_at=at(2018, 6, 19), result="演示：已处理"),)


def test_a_closing_that_is_only_a_day_is_not_before_what_began_that_day() -> None:
    assert built(Kind.EVENT, title="演示", closed_at=at(2018, 6, 11)).closings[0].closed_at == DAY


@pytest.mark.parametrize(
    ("state", "status"), [("待受理", Status.REPORTED), ("办理中", Status.ACCEPTED), (None, Status.ACCEPTED)]
)
def test_an_open_row_is_waiting_only_if_it_says_so(state: str | None, status: Status) -> None:
    assert built(Kind.EVENT, title="演示", **({"state": state} if state else {})).status is status


def test_words_become_those_of_their_lists() -> None:
    dispute = built(Kind.DISPUTE, title="演示", category="ZZ0102", mode="人民调解")
    assert isinstance(dispute, Dispute)
    assert dispute.mode is Mode.PEOPLE
    assert (dispute.mediation_type, dispute.campaign_column) == ("邻里纠纷", "婚姻家庭邻里纠纷")
    hazard = built(Kind.HAZARD, title="演示", counting_unit="处")
    assert isinstance(hazard, Hazard)
    assert hazard.counting_unit is CountingUnit.SPOT


def test_the_lists_of_a_dispute_are_those_that_its_row_names() -> None:
    case = built(Kind.DISPUTE, title="演示", category="ZZ0102", mediation_type="物业纠纷", monthly_type="其他")
    assert (case.mediation_type, case.monthly_type, case.campaign_column) == ("物业纠纷", "其他", "婚姻家庭邻里纠纷")


def test_the_number_of_an_agreement_stands_in_its_closing_or_else_in_the_note() -> None:
    ended = built(Kind.DISPUTE, title="演示", closed_at=DAY, outcome="调解成功", agreement_number="演示1号")
    assert (ended.closings[-1].number, ended.note) == ("演示1号", None)
    still_open = built(Kind.DISPUTE, title="演示", note="演示备注", agreement_number="演示1号")
    assert (still_open.closings, still_open.note) == ((), "演示备注；协议编号：演示1号")


def test_what_could_not_be_read_stands_in_the_note() -> None:
    assert built(Kind.DISPUTE, title="演示", note="演示备注", remainder="原填规模：大").note == "演示备注；原填规模：大"


@pytest.mark.parametrize(
    ("said", "source", "by"),
    [
        ("主动排查", "主动调解", None),
        ("当事人申请", "依申请", None),
        ("法院委托移送", "委托移送", "法院"),
        ("公安机关移送", "委托移送", "公安机关"),
        ("移送", "委托移送", None),
        ("依申请", "依申请", None),
        ("网格上报", "网格上报", None),
    ],
)
def test_a_source_is_one_of_the_three_where_it_plainly_is(said: str, source: str, by: str | None) -> None:
    case = built(Kind.DISPUTE, title="演示", source=said)
    assert (case.source, case.entrusted_by) == (source, by)
    named = built(Kind.DISPUTE, title="演示", source=said, entrusted_by="检察院")
    assert named.entrusted_by == "检察院"


@pytest.mark.parametrize(
    ("unit", "committee"),
    [
        ("桐川村人民调解委员会", "村"),
        ("桐川村调委会", "村"),
        ("桐川村村委会", "村"),
        ("演示社区人民调解委员会", "居"),
        ("演示镇演示社区居委会", "居"),
        ("高湖镇人民调解委员会", "乡镇"),
        ("演示街道人民调解委员会", "街道"),
        ("高湖镇道路交通事故纠纷调解委员会", None),
        ("高湖镇派出所", None),
        (None, None),
    ],
)
def test_the_kind_of_a_committee_is_read_off_a_plain_name(unit: str | None, committee: str | None) -> None:
    told = {"unit": unit} if unit else {}
    assert built(Kind.DISPUTE, title="演示", **told).committee == committee
    assert built(Kind.DISPUTE, title="演示", committee="企事业单位", **told).committee == "企事业单位"


def test_the_result_of_an_inspection_is_its_own() -> None:
    inspection = built(Kind.INSPECTION, place_name="演示场所", result="未见异常")
    assert isinstance(inspection, Inspection)
    assert (inspection.result, inspection.closings, inspection.title) == ("未见异常", (), "检查演示场所")


@pytest.mark.parametrize(
    ("kind", "values", "title"),
    [
        (Kind.PETITION, {"petitioner": "演示人", "source": "来访"}, "演示人来访"),
        (Kind.PETITION, {"petitioner": "演示人", "source": "来访", "demand": "演示诉求"}, "演示诉求"),
        (Kind.NOTICE, {"place_name": "演示场所"}, "责令限期整改通知书（演示场所）"),
        (Kind.ENFORCEMENT, {"category": "罚款", "party": "演示人"}, "罚款演示人"),
        (Kind.WORKLOG, {"category": "清运垃圾", "counting_unit": "吨"}, "清运垃圾"),
    ],
)
def test_a_row_without_a_title_is_given_one(kind: Kind, values: dict[str, Any], title: str) -> None:
    assert built(kind, **values).title == title
