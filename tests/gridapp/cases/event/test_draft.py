"""The draft of an event: everything that is wrong with it, at once and in the order of the fields."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gridapp.cases.event.draft import EventDraft, check
from gridapp.domain.area import Area, AreaKind, AreaTree
from gridapp.domain.attachment import Attachment
from gridapp.domain.quantity import Quantity
from tests.offices import TOWN, TOWN_AREAS, VILLAGES, at, draft

AREAS = AreaTree(
    [
        *TOWN_AREAS,
        Area(code="gone", kind=AreaKind.VILLAGE, parent=TOWN, name="旧村", valid_to=date(2017, 12, 31)),
        Area(code="other", kind=AreaKind.VILLAGE, parent="别镇", name="别村"),
    ]
)
NOW = at(2018, 6, 11, 12)
PHOTO = Attachment(name="演示.jpg", sha256="0" * 64, size=1, added_at=NOW, added_by="演示员")


def codes(**fields: Any) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in check(draft(**fields), AREAS, NOW)]


def test_a_draft_with_the_required_fields_can_be_saved() -> None:
    assert codes() == []


def test_an_empty_draft_tells_every_problem_at_once() -> None:
    problems = check(EventDraft(town=TOWN), AREAS, NOW)
    assert [p.field for p in problems] == ["title", "category", "village", "reported_at"]
    assert all(problem.message.endswith("。") for problem in problems)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"title": "　 "}, ("title", "required")),
        ({"category": "没有"}, ("category", "required")),
        ({"category": "ZF0399"}, ("note", "required")),
        ({"village": "nowhere"}, ("village", "unknown")),
        ({"village": "other"}, ("village", "unknown")),
        ({"village": "gone"}, ("village", "expired")),
        ({"village": VILLAGES[1], "grid": f"{VILLAGES[0]}-01"}, ("grid", "unknown")),
        ({"phone": "123"}, ("phone", "phone")),
        ({"reported_at": at(2018, 6, 11, 12, 1)}, ("reported_at", "future")),
        ({"due_at": at(2018, 1, 3, 8)}, ("due_at", "order")),
        ({"occurred_at": at(2018, 1, 3, 10)}, ("occurred_at", "order")),
        ({"people": 0}, ("people", "count")),
        ({"quantities": (Quantity(amount=Decimal(0), unit="吨", at=NOW),)}, ("quantities", "quantity")),
        ({"quantities": (Quantity(amount=Decimal(1), unit=" ", at=NOW),)}, ("quantities", "quantity")),
        ({"attachments": (PHOTO, PHOTO)}, ("attachments", "name")),
    ],
)
def test_each_mistake_is_told_under_its_field(fields: dict[str, Any], problem: tuple[str, str]) -> None:
    assert codes(**fields) == [problem]


def test_a_rest_with_a_note_can_be_saved() -> None:
    assert codes(category="ZF0399", note="演示：路面结冰") == []
