"""What a list asks, in words."""

from datetime import UTC, datetime

import pytest

from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.offices import TOWN, VILLAGES
from ui.desk import Desk
from ui.lists.narrowing import Narrowing
from ui.lists.question_words import AS_TITLED, EVERYTHING, question_in_words, unit_of_query

LIGHTS = Condition(Field.TITLE, Test.CONTAINS, ("路灯",))


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (CaseQuery(kind=Kind.EVENT), EVERYTHING),
        (CaseQuery(kind=Kind.EVENT, village=VILLAGES[0]), "桐川村"),
        (CaseQuery(kind=Kind.EVENT, period=period_named("2018-05"), text="王秀兰"), "2018年5月；查找“王秀兰”"),
        (CaseQuery(kind=Kind.EVENT, statuses=frozenset({Status.CLOSED})), f"状态 {Status.CLOSED.label}"),
        (CaseQuery(kind=Kind.EVENT, conditions=(LIGHTS,)), "标题 包含 路灯"),
        (CaseQuery(kind=Kind.EVENT, ids=(), text="路灯"), f"{AS_TITLED}；查找“路灯”"),
        (CaseQuery(kind=Kind.EVENT, due_before=datetime(2018, 6, 1, tzinfo=UTC)), AS_TITLED),
    ],
)
def test_every_part_of_a_question_is_said(desk: Desk, query: CaseQuery, told: str) -> None:
    assert question_in_words(query, desk.areas) == told


def test_a_queue_is_said_by_its_name(desk: Desk) -> None:
    overdue = Narrowing("超期未办", CaseQuery(due_before=datetime(2018, 6, 1, tzinfo=UTC)))
    assert question_in_words(overdue.of(CaseQuery(kind=Kind.EVENT)), desk.areas, overdue) == "超期未办"


def test_a_list_is_answered_for_by_its_town_or_by_all(desk: Desk) -> None:
    assert unit_of_query(CaseQuery(town=TOWN), desk.areas) == "高湖镇"
    assert "高湖镇" in unit_of_query(CaseQuery(), desk.areas)
