"""Disputes that are being mediated in the window of the tests."""

from collections.abc import Sequence

import pytest

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.record import record
from gridapp.domain.case import Case
from gridapp.domain.move import Move
from gridapp.domain.party import Party, Side
from gridapp.ports import Office
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES, at, taken

HEARD = at(2018, 2, 20, 9)
MEDIATOR = ACTOR.name


def new_dispute(office: Office, n: int, **fields: object) -> Case:
    """A dispute just registered."""
    parties = (Party(side=Side.A, name=f"演示甲{n}"), Party(side=Side.B, name=f"演示乙{n}"))
    values = {"title": f"演示纠纷{n}", "category": "ZZ0102", "village": VILLAGES[0], "reported_at": HEARD}
    values |= {"late_reason": "演示：补录", "parties": parties}
    draft = DisputeDraft(town=TOWN, **(values | fields))  # type: ignore[arg-type]
    return record(office.cases, office.registers.areas(), DEADLINES, draft, ACTOR, NOW)


@pytest.fixture
def in_hand(small_office: Office) -> Sequence[Case]:
    """Twenty disputes that have been received by one mediator."""
    return [
        taken(
            small_office,
            new_dispute(small_office, n),
            Move.ACCEPT,
            HEARD,
            unit="桐川村人民调解委员会",
            handler=MEDIATOR,
            informed="口头",
        )
        for n in range(20)
    ]
