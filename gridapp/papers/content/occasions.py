"""On which occasions each form of paper can be made (文书与事由): one line a form."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from gridapp.domain.mediation import Purpose
from gridapp.domain.move import Move
from gridapp.papers.content.agreement import agreements, confirmations, oral_agreements
from gridapp.papers.content.attorney import attorneys
from gridapp.papers.content.closing_report import reports
from gridapp.papers.content.contents import contents
from gridapp.papers.content.handing import assignments, supervisions, transfers
from gridapp.papers.content.mediation_file import (
    applications,
    back_covers,
    covers,
    registrations,
    rights,
    terminations,
)
from gridapp.papers.content.occasion import Occasion
from gridapp.papers.content.petition import replies, told_on
from gridapp.papers.content.safety import opinions, orders
from gridapp.papers.content.sessions import records_of
from gridapp.papers.content.site_record import site_records
from gridapp.papers.content.subject import Subject

OCCASIONS: Mapping[str, Callable[[Subject, Any], Iterator[Occasion]]] = {
    "cover": covers,
    "contents": contents,
    "application": applications,
    "registration": registrations,
    "rights": rights,
    "attorney": attorneys,
    "inquiry": records_of(Purpose.INQUIRY),
    "mediation": records_of(Purpose.MEDIATION),
    "agreement": agreements,
    "oral_agreement": oral_agreements,
    "termination": terminations,
    "revisit": records_of(Purpose.REVISIT),
    "confirmation": confirmations,
    "report": reports,
    "back_cover": back_covers,
    "order": orders,
    "site_record": site_records,
    "recheck": opinions,
    "assignment": assignments,
    "transfer": transfers,
    "supervision": supervisions,
    "petition_acceptance": told_on(Move.ACCEPT),
    "petition_rejection": told_on(Move.REJECT, Move.NO_LONGER_ACCEPT),
    "petition_forwarding": told_on(Move.TRANSFER, Move.GUIDE),
    "petition_reply": replies,
}
"""By the code of the form: the occasions that a case of one of its kinds gives."""
