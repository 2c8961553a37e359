"""What counts otherwise than it did (计入变化): a figure's postings up to a moment beside all of them."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, case, func, select
from sqlalchemy.types import BigInteger

from db.column_types import thousandths
from db.month_number import month_of
from db.tables.ledger import POSTING
from db.terms import Terms
from gridapp.counting.indicator import Aggregate, Reading
from gridapp.counting.ledger import Booked, Changed
from gridapp.counting.posting import POSTED, Dimensions

_CHUNK = 500
_THOUSAND = Decimal(1000)
_NAMES = tuple(dimension.value for dimension in POSTED)


class Asked(Protocol):
    """A cut in the numbers of the dictionary, as the one interpreter makes it."""

    def measure(self, name: str) -> int:
        """The number of a measure."""

    def of_reading(self, statement: Select[Any], reading: Reading) -> Select[Any]:
        """The statement over exactly the postings that a reading counts."""


def changes_of(connection: Connection, then: Asked, now: Asked, reading: Reading, since: datetime) -> list[Changed]:
    """The cases whose contribution differs between two askings of one cut, by identity."""
    if reading.aggregate is Aggregate.DISTINCT:
        return _of_subjects(_subjects(connection, then, reading), _subjects(connection, now, reading))
    if reading.ended:
        # Whether a case counts depends on another measure too, so it is asked for as a whole, twice.
        return _between(_amounts(connection, then, reading), _amounts(connection, now, reading))
    signed = _signed(now, reading)
    before = func.sum(case((POSTING.c.made_at <= since, signed), else_=0), type_=BigInteger)
    after = func.sum(signed, type_=BigInteger)
    statement = now.of_reading(select(POSTING.c.case_id, before, after), reading)
    statement = statement.group_by(POSTING.c.case_id).having(before != after).order_by(POSTING.c.case_id)
    return [Changed(case_id, _exact(old), _exact(new)) for case_id, old, new in connection.execute(statement)]


def _signed(question: Asked, reading: Reading) -> ColumnElement[Any]:
    signs = {question.measure(measure): sign for measure, sign in reading.measures.items()}
    signed: ColumnElement[Any] = POSTING.c.quantity * case(signs, value=POSTING.c.measure, else_=0)
    return signed


def _amounts(connection: Connection, question: Asked, reading: Reading) -> dict[UUID, Decimal]:
    signed = func.sum(_signed(question, reading), type_=BigInteger)
    statement = question.of_reading(select(POSTING.c.case_id, signed), reading).group_by(POSTING.c.case_id)
    return {case_id: _exact(quantity) for case_id, quantity in connection.execute(statement)}


def _between(before: dict[UUID, Decimal], after: dict[UUID, Decimal]) -> list[Changed]:
    nothing = Decimal(0)
    pairs = (Changed(c, before.get(c, nothing), after.get(c, nothing)) for c in sorted(before.keys() | after.keys()))
    return [changed for changed in pairs if changed.difference]


def _subjects(connection: Connection, question: Asked, reading: Reading) -> dict[int, UUID]:
    """Each subject that is counted, with the first case that names it."""
    first = func.min(POSTING.c.book_day, type_=POSTING.c.book_day.type)
    net = func.sum(POSTING.c.quantity, type_=BigInteger)
    statement = question.of_reading(select(POSTING.c.subject, POSTING.c.case_id, net, first), reading)
    statement = statement.group_by(POSTING.c.subject, POSTING.c.case_id).order_by(first, POSTING.c.case_id)
    named: dict[int, UUID] = {}
    sums: defaultdict[int, int] = defaultdict(int)
    for subject, case_id, quantity, _ in connection.execute(statement):
        sums[subject] += int(quantity)
        if quantity > 0:
            named.setdefault(subject, case_id)
    least = 1 if reading.at_least is None else thousandths(reading.at_least)
    return {subject: case_id for subject, case_id in named.items() if sums[subject] >= least}


def _of_subjects(before: dict[int, UUID], after: dict[int, UUID]) -> list[Changed]:
    lost: defaultdict[UUID, int] = defaultdict(int)
    won: defaultdict[UUID, int] = defaultdict(int)
    for subject in before.keys() - after.keys():
        lost[before[subject]] += 1
    for subject in after.keys() - before.keys():
        won[after[subject]] += 1
    return [
        Changed(c, Decimal(lost[c]), Decimal(won[c])) for c in sorted(lost.keys() | won.keys()) if lost[c] != won[c]
    ]


def lines_of(connection: Connection, terms: Terms, cases: Collection[UUID], measures: Collection[str]) -> list[Booked]:
    """Every line of some cases under some measures, in the order of their making."""
    numbers = {terms.number(connection, "measure", measure): measure for measure in measures}
    wanted = sorted(cases)
    found: list[Booked] = []
    for start in range(0, len(wanted), _CHUNK):
        statement = select(POSTING).where(
            POSTING.c.case_id.in_(wanted[start : start + _CHUNK]), POSTING.c.measure.in_(list(numbers))
        )
        found += _booked(connection, terms, statement, numbers)
    return sorted(found, key=lambda line: line.made_at)


def _booked(connection: Connection, terms: Terms, statement: Select[Any], measures: dict[int, str]) -> Iterator[Booked]:
    rows = connection.execute(statement.order_by(POSTING.c.case_id, POSTING.c.n)).mappings().all()
    for row in rows:
        words = {name: terms.key(connection, row[name]) for name in _NAMES}
        town = words.pop("town") or ""
        corrects = row["corrects"]
        yield Booked(
            case_id=row["case_id"],
            measure=measures[row["measure"]],
            day=row["book_day"],
            quantity=_exact(row["quantity"]),
            dimensions=Dimensions(town=town, **words),
            made_at=row["made_at"],
            corrects=None if corrects is None else month_of(corrects),
        )


def _exact(quantity: Any) -> Decimal:
    return Decimal(int(quantity)) / _THOUSAND
