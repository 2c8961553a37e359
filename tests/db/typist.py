"""A clerk who types and saves without a pause until his process is killed: `python -m tests.db.typist LOCATION`.

Each line that he prints tells what the database has taken: `typed FORM COUNT` or `saved FORM`.
"""

import sys
from dataclasses import replace
from datetime import datetime
from itertools import count
from uuid import UUID

from db.office import open_office
from gridapp.cases.draft import EventDraft
from gridapp.cases.drafts import read, written
from gridapp.domain.event import Event
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.ports import Draft, Office, Save
from tests.offices import ACTOR, TOWN, VILLAGES, at

REPORTED = at(2018, 3, 10, 9)
TICKS = 4
"""How often a form is kept as a draft before it is saved: each stands for two seconds of typing."""


def main() -> None:
    """Goes on with the draft that is there, then with one form after the other."""
    with open_office(sys.argv[1]) as office:
        for draft in office.drafts.of(ACTOR.name):
            form = read(draft.content, TOWN)
            _fill(office, draft.id, form, len(form.title))
        for _ in count():
            _fill(office, case_id_at(office.cases.now()), EventDraft(town=TOWN), 0)


def _fill(office: Office, form_id: UUID, form: EventDraft, typed: int) -> None:
    for characters in range(typed + 1, TICKS + 1):
        form = replace(form, title="演" * characters, category="ZF0303", village=VILLAGES[0], reported_at=REPORTED)
        office.drafts.put(_draft(form_id, form, office.cases.now()))
        _tell(f"typed {form_id} {characters}")
    with office.cases.transaction() as writer:
        now = office.cases.now()
        event = Event(
            id=form_id,
            town=TOWN,
            number=writer.next_number(TOWN, Kind.EVENT, day_of(REPORTED)),
            title=form.title,
            reported_at=REPORTED,
            registered_at=now,
            village=form.village,
            category=form.category,
        )
        writer.save([Save(None, event, "登记")], ACTOR, now)
        writer.drop_draft(form_id)
    _tell(f"saved {form_id}")


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _draft(form_id: UUID, form: EventDraft, saved_at: datetime) -> Draft:
    return Draft(
        id=form_id,
        person=ACTOR.name,
        workstation=ACTOR.workstation,
        kind=Kind.EVENT,
        content=written(form),
        saved_at=saved_at,
    )


if __name__ == "__main__":
    main()
