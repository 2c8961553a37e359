"""An office in which 1954 of 1955 mediations succeeded: 99.949 %, which nothing may round to all of them."""

import re
from datetime import timedelta

from gridapp.domain.case import Case, Closing
from gridapp.domain.dispute import AgreementForm, Outcome
from gridapp.domain.kind import Kind
from gridapp.ports import Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import at

SUCCEEDED, ENDED = 1954, 1955

_A_HUNDRED = re.compile(r"(?<![\d.,])100(\.0+)?\s*%?(?![\d.,])")


def fill_nearly_all(office: Office) -> None:
    """Puts the mediations on file, and beside them one withdrawn and one transferred."""
    outcomes = [Outcome.SUCCEEDED] * SUCCEEDED + [Outcome.FAILED, Outcome.WITHDRAWN, Outcome.TRANSFERRED]
    save(office, [_ended(n, outcome) for n, outcome in enumerate(outcomes)])


def _ended(n: int, outcome: Outcome) -> Case:
    found = at(2018, 1, 2, 9) + timedelta(minutes=n)
    form = AgreementForm.ORAL if outcome is Outcome.SUCCEEDED else AgreementForm.NONE
    closing = Closing(closed_at=found + timedelta(days=3), outcome=outcome, form=form)
    return bare(Kind.DISPUTE, found, level="重大", status=outcome.status, closings=(closing,))


def reads_a_hundred(text: str) -> bool:
    """Whether a text shows a hundred, rounded to whatever place."""
    return _A_HUNDRED.search(text) is not None
