"""Saved views: a person's own questions come back as they were put, and stay relative."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.domain.span import Span
from gridapp.ports import Office, View
from tests.gridapp.bare_cases import event
from tests.gridapp.small_office import save
from tests.offices import at


def _view(name: str = "本月水利", person: str = "演示员", **fields: object) -> View:
    this_month = Condition(Field.REPORTED_AT, Test.WITHIN, (Span.THIS_MONTH.value,))
    values = {"text": "积水", "conditions": (this_month,), "columns": ("number", "title"), "sort": "due_at"}
    return View(id=uuid4(), person=person, kind=Kind.EVENT, name=name, **(values | fields))  # type: ignore[arg-type]


def test_a_view_comes_back_as_it_was_put(office: Office) -> None:
    view = _view(descending=False, position=3)
    office.views.put_view(view)
    assert office.views.views_of("演示员", Kind.EVENT) == [view]


def test_views_belong_to_a_person_and_a_kind(office: Office) -> None:
    office.views.put_view(_view())
    assert office.views.views_of("演示乙", Kind.EVENT) == office.views.views_of("演示员", Kind.DISPUTE) == []


def test_views_come_by_position_and_then_by_name(office: Office) -> None:
    for name, position in (("乙", 1), ("丙", 0), ("甲", 1)):
        office.views.put_view(_view(name, position=position))
    assert [view.position for view in office.views.views_of("演示员", Kind.EVENT)] == [0, 1, 1]
    assert office.views.views_of("演示员", Kind.EVENT)[0].name == "丙"


def test_a_view_put_again_is_replaced(office: Office) -> None:
    view = _view()
    office.views.put_view(view)
    renamed = replace(view, name="积水", text="", conditions=())
    office.views.put_view(renamed)
    assert office.views.views_of("演示员", Kind.EVENT) == [renamed]


@pytest.mark.parametrize(
    ("name", "said"), [("本月水利", "已经有一个查询"), (" 本月水利 ", "已经有一个查询"), (" ", "名称")]
)
def test_a_name_that_is_taken_or_empty_is_refused(office: Office, name: str, said: str) -> None:
    office.views.put_view(_view())
    with pytest.raises(Refusal, match=said):
        office.views.put_view(_view(name))


def test_two_persons_may_use_the_same_name(office: Office) -> None:
    office.views.put_view(_view())
    office.views.put_view(_view(person="演示乙"))
    assert len(office.views.views_of("演示乙", Kind.EVENT)) == 1


def test_a_view_that_is_gone_stays_gone(office: Office) -> None:
    view = _view()
    office.views.put_view(view)
    office.views.delete_view(view.id)
    office.views.delete_view(view.id)
    assert office.views.views_of("演示员", Kind.EVENT) == []


def test_a_view_means_the_month_in_which_it_is_asked(office: Office) -> None:
    january, february = event(title="演示积水", reported=at(2018, 1, 31)), event(title="积水", reported=at(2018, 2, 1))
    save(office, [january, february])
    view = _view()
    for today, case in ((date(2018, 1, 3), january), (date(2018, 2, 28), february)):
        query = view.query(today)
        assert list(office.lists.find_ids(query)) == [case.id]
        assert office.lists.count(query) == 1
