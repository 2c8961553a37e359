"""What comes from another record: prefilled forms, findings that become events, drafts that are kept."""

import json
from dataclasses import replace

import pytest

from gridapp.cases.handle import void
from gridapp.cases.register.finding import open_event
from gridapp.cases.register.kept import read, written
from gridapp.cases.register.proposed import proposed
from gridapp.domain.attachment import Attachment
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.domain.register_kinds import REGISTERS
from gridapp.ports import Office
from tests.gridapp.cases.register.entries import STARTED, entered, entry_draft
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, at, draft


@pytest.mark.parametrize(
    ("kind", "of"),
    [
        (Kind.VISIT, Kind.PERSON),
        (Kind.RELOCATION, Kind.GEOLOGY),
        (Kind.PATROL, Kind.RIVER),
        (Kind.PATROL, Kind.GEOLOGY),
    ],
)
def test_an_entry_that_comes_from_another_needs_little_more(office: Office, kind: Kind, of: Kind) -> None:
    source = entered(office, entry_draft(of))
    form = proposed(kind, source, STARTED)
    form = replace(form, values={"handler": "演示员", **form.values}, late_reason="演示：补录")
    entry = entered(office, form)
    assert (entry.source_case, entry.village) == (source.id, source.village)
    assert [case.id for case in office.cases.opened_from(source.id)] == [entry.id]


def test_a_finding_of_a_patrol_becomes_an_event(office: Office) -> None:
    patrol = entered(office, entry_draft(Kind.PATROL))
    areas = office.registers.areas()
    event = open_event(office.cases, areas, DEADLINES, patrol.id, draft(at(2018, 3, 5, 10)), ACTOR, NOW)
    assert office.cases.opened_from(patrol.id) == [event]


def test_a_finding_that_cannot_be_registered_leaves_nothing(office: Office) -> None:
    patrol = entered(office, entry_draft(Kind.PATROL))
    areas = office.registers.areas()
    with pytest.raises(Unacceptable):
        open_event(office.cases, areas, DEADLINES, patrol.id, draft(title=""), ACTOR, NOW)
    void(office.cases, patrol.id, patrol.version, "演示：误录", DEADLINES, ACTOR, NOW)
    with pytest.raises(Refusal, match="已经作废"):
        open_event(office.cases, areas, DEADLINES, patrol.id, draft(), ACTOR, NOW)
    assert office.cases.opened_from(patrol.id) == []


@pytest.mark.parametrize("kind", sorted(REGISTERS))
def test_a_kept_form_is_read_back_as_it_was(kind: Kind) -> None:
    file = Attachment(name="演示.jpg", sha256="0" * 64, size=1, added_at=STARTED, added_by="演示员")
    form = replace(entry_draft(kind), attachments=(file,), reason="演示")
    assert read(kind, json.loads(json.dumps(written(form))), TOWN) == form


def test_what_a_kept_form_cannot_tell_stays_empty() -> None:
    content = {"values": {"reported_at": "gestern", "heads": "viele", "route": "演示路", "unknown": 1}, "reason": 5}
    form = read(Kind.PATROL, content, TOWN)
    assert (form.values, form.reason) == ({"route": "演示路"}, "")
    assert read(Kind.PATROL, {"values": []}, TOWN).values == {}
