"""How a person arranged a list is kept for him and for that list alone."""

from gridapp.domain.kind import Kind
from gridapp.ports import Office
from gridapp.registers.list_layouts import ListLayout, keep_layout, layout_of

LAYOUT = ListLayout(columns=("number", "title"), widths={"number": 20.5}, view="本月上报")


def test_a_layout_comes_back_as_it_was_kept(office: Office) -> None:
    keep_layout(office.registers, "演示员", Kind.EVENT, LAYOUT)
    assert layout_of(office.registers, "演示员", Kind.EVENT) == LAYOUT


def test_another_person_and_another_list_have_the_usual_one(office: Office) -> None:
    keep_layout(office.registers, "演示员", Kind.EVENT, LAYOUT)
    others = (layout_of(office.registers, "演示二", Kind.EVENT), layout_of(office.registers, "演示员", Kind.DISPUTE))
    assert others == (ListLayout(), ListLayout())
