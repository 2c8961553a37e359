"""Many entries at once: the good ones together, the others stay where they are."""

from dataclasses import replace
from uuid import uuid4

import pytest

from gridapp.cases.register.record_many import record_many
from gridapp.cases.undo import undo
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Unacceptable
from gridapp.ports import CaseQuery, Office
from tests.gridapp.cases.register.entries import entry_draft
from tests.offices import ACTOR, NOW


def test_entries_with_problems_are_left_out_and_the_others_numbered_in_order(office: Office) -> None:
    drafts = [
        entry_draft(Kind.DRILL, title="演示一"),
        entry_draft(Kind.DRILL, title=""),
        entry_draft(Kind.DRILL, title="演示二"),
    ]
    saved = record_many(office.cases, office.registers.areas(), drafts, ACTOR, NOW)
    assert {place: entry.title for place, entry in saved.items()} == {0: "演示一", 2: "演示二"}
    assert [entry.number[-4:] for entry in saved.values()] == ["0001", "0002"]


def test_nothing_is_saved_where_a_record_that_is_named_is_gone(office: Office) -> None:
    good = entry_draft(Kind.VISIT)
    with pytest.raises(Unacceptable):
        record_many(office.cases, office.registers.areas(), [good, replace(good, source_case=uuid4())], ACTOR, NOW)
    assert not office.lists.find_ids(CaseQuery(kind=Kind.VISIT))


def test_what_was_entered_together_is_taken_back_together(office: Office) -> None:
    drafts = [entry_draft(Kind.DRILL, title="演示一"), entry_draft(Kind.DRILL, title="演示二")]
    record_many(office.cases, office.registers.areas(), drafts, ACTOR, NOW)
    assert len(undo(office.cases, ACTOR, NOW)) == 2
