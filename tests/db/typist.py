"""A clerk who types and saves without a pause until his process is killed: `python -m tests.db.typist LOCATION`.

Each line that he prints tells what the database has taken: `typed FORM COUNT` or `saved FORM`. The name of a form is
its draft's, and stands in the note of its event.
"""

import sys
from dataclasses import replace
from datetime import datetime
from itertools import count
from uuid import UUID

from db.office import open_office
from gridapp.cases.drafts import read, written
from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.record import record
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.ports import Draft, Office
from tests.offices import ACTOR, DEADLINES, TOWN, VILLAGES, at

_BLANK = EventDraft(
    town=TOWN, category="ZF0303", village=VILLAGES[0], reported_at=at(2018, 3, 10, 9), late_reason="演示：补录纸质台账"
)
TICKS = 4
"""How often a form is kept as a draft before it is saved: each stands for two seconds of typing."""


def main() -> None:
    """Goes on with the draft that is there, then with one form after the other."""
    with open_office(sys.argv[1]) as office:
        for draft in office.drafts.of(ACTOR.name):
            form = read(draft.content, TOWN)
            _fill(office, draft.id, form, len(form.title))
        for _ in count():
            _fill(office, case_id_at(office.cases.now()), _BLANK, 0)


def _fill(office: Office, form_id: UUID, form: EventDraft, typed: int) -> None:
    for characters in range(typed + 1, TICKS + 1):
        form = replace(_BLANK, title="演" * characters, note=str(form_id))
        office.drafts.put(_draft(form_id, form, office.cases.now()))
        _tell(f"typed {form_id} {characters}")
    record(office.cases, office.registers.areas(), DEADLINES, form, ACTOR, office.cases.now, form_id)
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
