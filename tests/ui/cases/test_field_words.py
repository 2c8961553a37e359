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
        ("attachments", [{"name": "照片.jpg", "sha256": "0", "size": 1}], "照片.jpg"),
    ],
)
def test_values_are_told_in_the_offices_words(field: str, value: object, words: str) -> None:
    assert value_of(field, value, AREAS) == words
