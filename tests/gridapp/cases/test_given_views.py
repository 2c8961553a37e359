"""The views that everybody has: which a kind has, and that they show what their names say."""

from dataclasses import replace
from datetime import timedelta

from gridapp.cases.given_views import GivenView, given_views
from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.petition import PetitionPurpose
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Office
from gridapp.registers.confidants import put_confidants
from tests.gridapp.bare_cases import dispute, petition
from tests.gridapp.small_office import save
from tests.offices import ACTOR, at

NOW = at(2018, 6, 29, 10)
PERSON = "演示调解员"


def named(kind: Kind) -> dict[str, GivenView]:
    return {view.name: view for view in given_views(kind, PERSON, NOW)}


def test_disputes_have_their_own_views() -> None:
    assert list(named(Kind.DISPUTE)) == ["本月排查", "已超期", "我登记的", "我调解的", "重大纠纷", "补录", "有督办"]
    assert list(named(Kind.EVENT)) == ["本月上报", "已超期", "我登记的", "补录", "有督办"]
    assert list(named(Kind.PETITION)) == [
        *("本月信访", "已超期", "我登记的", "我经办的", "集体访", "重访", "积案", "补录", "有督办")
    ]
    assert list(named(Kind.HAZARD)) == [
        *("本月排查", "已超期", "重大隐患", "挂牌督办", "当场整改", "专项行动查出", "补录")
    ]
    assert list(named(Kind.WORKLOG)) == ["本月工作"]


def test_a_view_of_disputes_shows_what_its_name_says(sqlite_office: Office) -> None:
    plain = {"reported": at(2018, 5, 31, 9), "status": Status.ACCEPTED}
    wanted: dict[str, Case] = {
        "本月排查": dispute(reported=at(2018, 6, 1), status=Status.ACCEPTED),
        "已超期": dispute(**plain, due_at=NOW - timedelta(days=1)),
        "我登记的": dispute(**plain, first_receiver=PERSON),
        "我调解的": dispute(**plain, handler=PERSON),
        "重大纠纷": dispute(**plain, level="特别重大"),
        "补录": dispute(**plain, late_reason="演示：停电"),
        "有督办": dispute(**plain, supervision="黄牌督办"),
    }
    save(sqlite_office, [*wanted.values(), dispute(**plain, handler="演示别人", level="一般")])
    for name, view in named(Kind.DISPUTE).items():
        query = replace(view.queue or CaseQuery(kind=Kind.DISPUTE, conditions=view.conditions), today=day_of(NOW))
        assert list(sqlite_office.lists.find_ids(query)) == [wanted[name].id], name


def test_a_view_of_petitions_shows_what_its_name_says(sqlite_office: Office) -> None:
    plain = {"reported": at(2018, 5, 31, 9), "status": Status.ACCEPTED}
    wanted: dict[str, Case] = {
        "本月信访": petition(reported=at(2018, 6, 1), status=Status.ACCEPTED),
        "已超期": petition(**plain, due_at=NOW - timedelta(days=1)),
        "我登记的": petition(**plain, first_receiver=PERSON),
        "我经办的": petition(**plain, handler=PERSON),
        "集体访": petition(**plain, group=True),
        "重访": petition(**plain, repeat=True),
        "积案": petition(**plain, backlog_entered_at=at(2018, 6, 1)),
        "补录": petition(**plain, late_reason="演示：停电"),
        "有督办": petition(**plain, supervision="黄牌督办"),
    }
    save(sqlite_office, [*wanted.values(), petition(**plain, handler="演示别人", group=False)])
    for name, view in named(Kind.PETITION).items():
        query = replace(view.queue or CaseQuery(kind=Kind.PETITION, conditions=view.conditions), today=day_of(NOW))
        assert list(sqlite_office.lists.find_ids(query)) == [wanted[name].id], name


def test_accusations_are_a_view_of_the_group_alone(sqlite_office: Office) -> None:
    assert Confidence.ACCUSATION.label not in named(Kind.PETITION)
    inside = given_views(Kind.PETITION, PERSON, NOW, frozenset({Confidence.ACCUSATION}))
    (view,) = (one for one in inside if one.name == Confidence.ACCUSATION.label)
    accusation = petition(purpose=PetitionPurpose.ACCUSATION)
    save(sqlite_office, [accusation, petition(purpose=PetitionPurpose.CLAIM)])
    put_confidants(sqlite_office.confidence, Confidence.ACCUSATION, (), [PERSON], ACTOR, lambda: NOW)
    query = CaseQuery(kind=Kind.PETITION, conditions=view.conditions, today=day_of(NOW), reader=PERSON)
    assert list(sqlite_office.lists.find_ids(query)) == [accusation.id]
    assert list(sqlite_office.lists.find_ids(replace(query, reader="演示旁人"))) == []
