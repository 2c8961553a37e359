"""What a form keeps as its draft."""

from datetime import date

from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.ports import Draft, Office
from tests.offices import ACTOR, NOW, TOWN, draft
from ui.recording.event_draft import NEW_EVENT, content_of, read_content
from ui.recording.unsaved_forms import unsaved


def test_everything_comes_back_also_what_could_not_be_read() -> None:
    event, typed, closing = draft(date(2018, 1, 3), tags=("加急",)), {"people": "三人"}, {"result": "演示：好了"}
    kept = read_content(content_of(event, typed, closing), TOWN)
    assert (kept.event, kept.typed, kept.closing) == (event, typed, closing)


def test_a_content_of_another_shape_is_an_empty_form() -> None:
    kept = read_content({"event": ["?"], "typed": 3}, TOWN)
    assert (kept.event.town, kept.event.title, kept.typed, kept.closing) == (TOWN, "", {}, None)


def test_only_this_persons_new_events_are_offered(sqlite_office: Office) -> None:
    mine = content_of(draft(), {}, None)
    for person, content in ((ACTOR.name, mine), ("演示乙", mine), (ACTOR.name, {"rows": []})):
        sqlite_office.drafts.put(
            Draft(
                id=case_id_at(NOW()),
                person=person,
                workstation=ACTOR.workstation,
                kind=Kind.EVENT,
                content=content,
                saved_at=NOW(),
            )
        )
    offered = unsaved(sqlite_office.drafts, ACTOR.name, (NEW_EVENT,))
    assert [found.content for found in offered] == [mine]
