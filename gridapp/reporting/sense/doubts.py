"""Everything doubtful about a town's period (数据疑点), and how much was looked at to find it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from gridapp.counting.cut import Cut
from gridapp.counting.words import Words
from gridapp.domain.moment import day_of
from gridapp.domain.period import Period
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office
from gridapp.registers.reference_day import reference_day
from gridapp.reporting.sense.contradictions import contradictions, over_hundred
from gridapp.reporting.sense.doubt import Doubt, DoubtKind
from gridapp.reporting.sense.looked_at import LookedAt
from gridapp.reporting.sense.records import impossible_records
from gridapp.reporting.sense.rules import sense_rules
from gridapp.reporting.sense.unusual import unusual_months, whole_months


@dataclass(frozen=True, slots=True)
class Examination:
    """The doubts, and how many figures and records were looked at (看过多少项)."""

    doubts: Sequence[Doubt]
    figures: int
    records: int


def doubts(office: Office, town: str, period: Period) -> Sequence[Doubt]:
    """What is doubtful in a town (its code) and period: contradictions first, then what is merely unusual."""
    return examined(office, town, period).doubts


def examined(office: Office, town: str, period: Period) -> Examination:
    """As `doubts`, with how much was looked at. Raises `Refusal` where the rules' file cannot be used."""
    words, rules = Words(office.registers.areas(), vocabulary()), sense_rules()
    looked_at = LookedAt()
    cut, now = Cut(period, town), office.cases.now()
    tomorrow = (reference_day(office.registers) or day_of(now)) + timedelta(days=1)
    months = whole_months(period, tomorrow)
    found = [
        *impossible_records(office.lists, town, period, now, looked_at),
        *contradictions(office.ledger, words, cut, rules, looked_at),
        *over_hundred(office.ledger, words, cut, rules, looked_at),
        *unusual_months(office.ledger, words, town, months, rules, looked_at),
    ]
    order = list(DoubtKind)
    return Examination(sorted(found, key=lambda doubt: order.index(doubt.kind)), looked_at.figures, looked_at.records)
