"""Posting (记账): what a save makes of the ledger, in lines that are only ever added."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from operator import getitem
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select, text

from db.bulk import Columns, insert_columns
from db.carrying import carry_columns
from db.column_types import thousandths
from db.ledger_lines import ACCOUNT, WORDS, Line
from db.month_number import month_number, month_of
from db.open_books import open_books
from db.tables.ledger import POSTING, UNFILLED
from db.terms import NewTerms, Term
from gridapp.counting.booking import Booking, booking_of
from gridapp.counting.posting import ONE, Account, Dimensions, Entry, Posting, balanced, difference
from gridapp.domain.problem import ClosedMonth

_CHUNK = 500
_THOUSAND = Decimal(1000)
_A_THOUSAND = 1000

MayCorrect = Callable[[UUID, Sequence[Line]], bool]
"""Whether a case may be corrected by some lines of closed months."""


class Wanted(NamedTuple):
    """What the ledger shall hold for a case, and whether it may hold something already."""

    case_id: UUID
    is_new: bool
    postings: frozenset[Posting]


class Held(NamedTuple):
    """What the ledger holds for a case, net, and the number of its last line."""

    postings: frozenset[Posting]
    last: int


def post(
    connection: Connection,
    terms: NewTerms,
    wanted: Sequence[Wanted],
    made_at: datetime,
    may_correct: MayCorrect,
) -> frozenset[UUID]:
    """Writes the difference between what is wanted and what is held, and carries it into the balances.

    What a closed month would count otherwise is booked as its 更正 where the case `may_correct` it by those lines; such
    cases are handed back. Raises `ClosedMonth` where one may not.
    """
    held = held_for(connection, terms, [w.case_id for w in wanted if not w.is_new])
    nothing = Held(frozenset(), 0)
    entries = [
        (w.case_id, n, entry)
        for w in wanted
        for before in (held.get(w.case_id, nothing),)
        for n, entry in enumerate(difference(before.postings, w.postings), before.last + 1)
    ]
    if not entries:
        return frozenset()
    terms.require(_terms_of([entry.posting for _, _, entry in entries]))
    _wait_for_the_books(connection)
    columns = _columns(_Numbers(terms), open_books(connection), entries, made_at)
    corrected = _corrected(list(_correcting(columns)), terms, may_correct)
    insert_columns(connection, POSTING, columns)
    carry_columns(connection, columns, {measure: terms.key(measure) or "" for measure in set(columns["measure"])})
    return corrected


def _wait_for_the_books(connection: Connection) -> None:
    """Waits for whoever closes or reopens a month, and makes the next one wait for us.

    What is booked must not be judged by books that are closed or opened before it is written; a writing transaction on
    SQLite is alone anyway.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE posting IN ROW EXCLUSIVE MODE"))


def _corrected(correcting: Sequence[Line], terms: NewTerms, may_correct: MayCorrect) -> frozenset[UUID]:
    """The cases of which lines correct a closed month; raises `ClosedMonth` where one may not be corrected."""
    corrections: defaultdict[UUID, list[Line]] = defaultdict(list)
    for line in correcting:
        corrections[line["case_id"]].append(line)
    refused = [lines for case_id, lines in corrections.items() if not may_correct(case_id, lines)]
    months = {month_of(line["corrects"]) for lines in refused for line in lines}
    if months:
        raise ClosedMonth(
            f"{'、'.join(month.period.label for month in sorted(months))}已经关账，计入其中的数不能再变，本次没有保存；"
            "确需改动的，请由负责人办理更正并说明原因。",
            frozenset(terms.key(line["town"]) or "" for lines in refused for line in lines),
        )
    return frozenset(corrections)


_HELD = (
    select(POSTING.c.case_id, func.max(POSTING.c.n), func.sum(POSTING.c.quantity), *ACCOUNT)
    .where(POSTING.c.case_id.in_(bindparam("ids", expanding=True)))
    .group_by(POSTING.c.case_id, *ACCOUNT)
)


def held_for(connection: Connection, terms: NewTerms, cases: Sequence[UUID]) -> Mapping[UUID, Held]:
    """What the ledger holds for some cases."""
    postings: defaultdict[UUID, list[Posting]] = defaultdict(list)
    last: defaultdict[UUID, int] = defaultdict(int)
    for start in range(0, len(cases), _CHUNK):
        for case_id, n, quantity, *account in connection.execute(_HELD, {"ids": cases[start : start + _CHUNK]}):
            postings[case_id].append(_account(terms, account).of(Decimal(int(quantity)) / _THOUSAND))
            last[case_id] = max(last[case_id], n)
    return {case_id: Held(balanced(postings[case_id]), last[case_id]) for case_id in postings}


def _account(terms: NewTerms, columns: Sequence[Any]) -> Account:
    measure, day, *words, subject = columns
    names = {name: terms.key(number) for name, number in zip(WORDS, words, strict=True)}
    town = names.pop("town") or ""
    return Account(terms.key(measure) or "", day, Dimensions(town=town, **names), terms.key(subject))


def _terms_of(postings: Sequence[Posting]) -> set[Term]:
    terms: set[Term] = {("measure", measure) for measure in {posting.measure for posting in postings}}
    terms.update(("subject", posting.subject) for posting in postings if posting.subject is not None)
    # A case's postings share their dimensions: telling an object once is enough.
    told = {id(posting.dimensions): posting.dimensions for posting in postings}.values()
    for name, keys in zip(WORDS, zip(*told, strict=True), strict=True):
        terms.update((name, key) for key in set(keys) if key is not None)
    return terms


class _WordNumbers(dict[str | None, int]):
    """The numbers of the words of one dimension, each looked up once."""

    def __init__(self, terms: NewTerms, dimension: str) -> None:
        self._terms, self._dimension = terms, dimension
        self[None] = UNFILLED

    def __missing__(self, key: str) -> int:
        self[key] = number = self._terms.number(self._dimension, key)
        return number


class _Numbers:
    """The numbers of words, kept per object since a case's postings share their dimensions."""

    def __init__(self, terms: NewTerms) -> None:
        self.measures, self.subjects = _WordNumbers(terms, "measure"), _WordNumbers(terms, "subject")
        self._words = [_WordNumbers(terms, name) for name in WORDS]
        self._of: dict[int, tuple[int, ...]] = {}

    def of(self, dimensions: Dimensions) -> tuple[int, ...]:
        known = self._of.get(id(dimensions))
        if known is None:
            known = self._of[id(dimensions)] = tuple(map(getitem, self._words, dimensions))
        return known


def _columns(
    numbers: _Numbers, books: Mapping[str, date], entries: Sequence[tuple[UUID, int, Entry]], made_at: datetime
) -> Columns:
    """The lines of some entries, column by column."""
    cases, running, told = zip(*entries, strict=True)
    postings, reversals = zip(*told, strict=True)
    measures, days, quantities, dimensions, subjects = zip(*postings, strict=True)
    bookings = [_booking(books, posting) for posting in postings] if books else [None] * len(postings)
    words = zip(*map(numbers.of, dimensions), strict=True)
    return {
        "case_id": cases,
        "n": running,
        "measure": [numbers.measures[measure] for measure in measures],
        "day": days,
        "book_day": [booking.book_day if booking else day for booking, day in zip(bookings, days, strict=True)],
        "corrects": [month_number(booking.corrects) if booking and booking.corrects else None for booking in bookings],
        "quantity": [_A_THOUSAND if quantity is ONE else thousandths(quantity) for quantity in quantities],
        "reversal": reversals,
        "made_at": [made_at] * len(postings),
        "subject": [numbers.subjects[subject] for subject in subjects],
        **dict(zip(WORDS, words, strict=True)),
    }


def _booking(books: Mapping[str, date], posting: Posting) -> Booking | None:
    first_open = books.get(posting.dimensions.town)
    return None if first_open is None else booking_of(posting.day, first_open)


def _correcting(columns: Columns) -> Iterator[Line]:
    """Those of some lines that correct a closed month."""
    for place, corrects in enumerate(columns["corrects"]):
        if corrects is not None:
            yield {name: column[place] for name, column in columns.items()}
