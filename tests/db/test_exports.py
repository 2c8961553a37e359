"""The account of exports and the remembered columns."""

from dataclasses import replace
from datetime import UTC, datetime

from gridapp.domain.actor import Actor
from gridapp.domain.kind import Kind
from gridapp.ports import ExportNote, Office

AT = datetime(2018, 6, 11, 2, tzinfo=UTC)
NOTE = ExportNote(
    at=AT,
    person="演示员",
    workstation="一号机",
    what="网格事件清单",
    question="2018年6月",
    rows=12,
    file_name="清单.xlsx",
)


def test_exports_are_listed_newest_first(office: Office) -> None:
    office.exports.note(NOTE)
    unmasked = replace(NOTE, unmasked=True, reason="县里核对身份")
    office.exports.note(unmasked)
    assert office.exports.notes(10) == [unmasked, NOTE]
    assert office.exports.notes(1) == [unmasked]


def test_columns_are_remembered_by_kind_and_headings(office: Office) -> None:
    ann = Actor("演示员", "一号机")
    office.mappings.remember(Kind.EVENT, ["事由", "日子"], {"title": 0, "reported_at": 1}, ann, AT)
    assert office.mappings.remembered(Kind.EVENT, ["事由", "日子"]) == {"title": 0, "reported_at": 1}
    assert office.mappings.remembered(Kind.EVENT, ["事由"]) is None
    assert office.mappings.remembered(Kind.DISPUTE, ["事由", "日子"]) is None


def test_the_last_choice_of_columns_counts(office: Office) -> None:
    ann = Actor("演示员", "一号机")
    for place in (0, 1):
        office.mappings.remember(Kind.EVENT, ["甲", "乙"], {"title": place}, ann, AT)
    assert office.mappings.remembered(Kind.EVENT, ["甲", "乙"]) == {"title": 1}
