"""Every field that history may tell of has a Chinese name, or is none of people's business."""

import dataclasses

import pytest

from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS
from tests.offices import TOWN_AREAS
from ui.cases.field_words import name_of, value_of

_TECHNICAL = {"id", "version", "import_key", "place"}
AREAS = AreaTree(TOWN_AREAS)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_field_has_a_name(kind: Kind) -> None:
    fields = {field.name for field in dataclasses.fields(RECORDS[kind])} - _TECHNICAL
    assert {field for field in fields if name_of(kind, field) is None} == set()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("village", "331121103-01", "桐川村"),
        ("category", "ZZ0102", "综治工作 · 邻里纠纷"),
        ("status", "accepted", "已受理"),
        ("repeat", True, "是"),
        ("due_at", "2018-06-11T16:00:00+00:00", "2018-06-11"),
        ("reported_at", "2018-06-11T01:30:00+00:00", "2018-06-11 09:30"),
        ("excluded", {"at": "2018-06-11T01:30:00+00:00", "reason": "重复登记"}, "已作废：重复登记"),
        ("title", None, "（空）"),
        ("tags", ["加急", "重大"], "加急；重大"),
        (
            "quantities",
            [{"amount": "3.5", "unit": "吨", "what": "清运垃圾"}, {"amount": "2", "unit": "处"}],
            "清运垃圾 3.5吨；2处",
        ),
        ("revisit_due_at", "2018-06-11T16:00:00+00:00", "2018-06-11"),
        (
            "parties",
            [{"side": "甲方", "name": "演示甲"}, {"side": "乙方", "name": "演示乙"}],
            "甲方 演示甲；乙方 演示乙",
        ),
        (
            "sessions",
            [
                {"purpose": "调解", "planned_at": "2018-06-11T01:30:00+00:00", "place": "演示室", "minutes": 90},
                {"purpose": "回访", "held_at": "2018-06-12T01:30:00+00:00", "result": "满意", "minutes": 90},
                {
                    "purpose": "调解",
                    "planned_at": "2018-06-13T01:30:00+00:00",
                    "cancelled_at": "2018-06-12T01:30:00+00:00",
                },
            ],
            "调解 2018-06-11 09:30 演示室 约定；回访 2018-06-12 09:30 满意；调解 2018-06-13 09:30 已取消",
        ),
        (
            "terms",
            [{"what": "付款", "who": "演示乙", "amount": "500", "due_at": "2018-06-11T16:00:00+00:00"}],
            "演示乙 付款 500 元 2018-06-11 前 未履行",
        ),
        (
            "confirmations",
            [{"applied_at": "2018-06-11T01:30:00+00:00", "court": "演示法院", "reception": "受理"}],
            "2018-06-11 09:30 申请 演示法院 受理",
        ),
        (
            "charges",
            [{"leader": "演示镇长", "unit": "演示办", "person": "演示员", "due_at": "2018-06-11T16:00:00+00:00"}],
            "演示镇长 演示办 演示员 2018-06-11 前",
        ),
        ("preventions", [{"harm": "民转刑", "people": 3}], "民转刑 3 人"),
        ("attachments", [{"name": "照片.jpg", "sha256": "0", "size": 1}], "照片.jpg"),
    ],
)
def test_values_are_told_in_the_offices_words(field: str, value: object, words: str) -> None:
    assert value_of(field, value, AREAS) == words
