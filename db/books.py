"""The books of the months (月报与关账) in the database: steps, kept tables, what was changed afterwards."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from uuid import UUID

from sqlalchemy import Connection, Integer, Table, case, delete, func, insert, or_, select, text, type_coerce
from typing_extensions import override

from db.bulk import insert_rows
from db.engine import Database
from db.posting import Line, bring_home, comes_to, month_number, open_books
from db.tables.books import BOOK_STEP, KEPT_TABLE
from db.tables.history import HISTORY
from db.tables.ledger import MONTH_CLOSING, POSTING, TERM
from db.terms import NewTerms, Terms
from gridapp.domain.actor import Actor
from gridapp.domain.books import BookAction, BookStep, KeptTable, digest_of
from gridapp.domain.period import Month
from gridapp.domain.problem import Overtaken, Refusal
from gridapp.ports import Books, CorrectedAmount, LateChange


class SqlBooks(Books):
    """The books of a database."""

    def __init__(self, database: Database, terms: Terms) -> None:
        self._database, self._terms = database, terms

    @override
    def open_from(self, town: str) -> date | None:
        with self._database.read() as connection:
            return open_books(connection).get(town)

    @override
    def steps(self, town: str, month: Month | None = None) -> Sequence[BookStep]:
        with self._database.read() as connection:
            return steps_of(connection, town, month)

    @override
    def tables(self, town: str, month: Month, closing: int | None = None) -> Sequence[KeptTable]:
        with self._database.read() as connection:
            return tables_of(connection, town, month, closing or _closings(connection, town, month))

    @override
    def lines_until(self, town: str, month: Month) -> int:
        with self._database.read() as connection:
            return _lines_until(connection, self._terms.number(connection, "town", town), month)

    @override
    def late_changes(self, town: str, month: Month) -> Sequence[LateChange]:
        with self._database.read() as connection:
            first_open = open_books(connection).get(town)
            if first_open is None or month.start >= first_open:
                return []
            return self._late_changes(connection, town, month, steps_of(connection, town, None))

    def _late_changes(
        self, connection: Connection, town: str, month: Month, steps: Sequence[BookStep]
    ) -> Sequence[LateChange]:
        reopened = {step.at for step in steps if step.action is BookAction.REOPEN}
        query = (
            select(POSTING)
            .where(
                POSTING.c.corrects == month_number(month),
                POSTING.c.town == self._terms.number(connection, "town", town),
            )
            .order_by(POSTING.c.case_id, POSTING.c.n)
        )
        found = [dict(line) for line in connection.execute(query).mappings()]
        lines = _later_lines(found, _opened_last(steps, month))
        changes = []
        for (made_at, case_id), rows in groupby(
            sorted(lines, key=lambda row: (row["made_at"], row["case_id"], row["n"])),
            lambda row: (row["made_at"], row["case_id"]),
        ):
            amounts = tuple(
                CorrectedAmount(
                    self._terms.key(connection, row["measure"]) or "",
                    row["day"],
                    row["book_day"],
                    Decimal(int(row["quantity"])) / 1000,
                )
                for row in rows
            )
            told = _told(connection, case_id, made_at)
            if told is None and made_at in reopened:
                # A later month was opened again: what it had booked for this one only went to another day.
                continue
            person, action, reason = told or ("系统", "按现在的计数规则重新记账", None)
            changes.append(
                LateChange(case_id=case_id, at=made_at, person=person, action=action, reason=reason, amounts=amounts)
            )
        return changes


def _later_lines(lines: Iterable[Line], since: datetime | None) -> Iterator[Line]:
    """The 更正 of a month, by case and number, that were made after it was opened last.

    By that opening they came to nothing, whatever the clock said.
    """
    for _, of_case in groupby(lines, lambda line: line["case_id"]):
        found, gone = list(of_case), 0
        for n, line in enumerate(found, 1):
            if since is not None and line["made_at"] <= since and not comes_to(found[:n]):
                gone = n
        yield from found[gone:]


def _opened_last(steps: Sequence[BookStep], month: Month) -> datetime | None:
    """When a month was opened again last, if ever; one that was closed with a later month is opened with it."""
    closed: set[Month] = set()
    opened = None
    for step in sorted(steps, key=lambda step: step.at):
        if step.action is BookAction.CLOSE:
            closed.add(step.month)
        elif step.action is BookAction.REOPEN:
            closed.discard(step.month)
            if step.month >= month and all(other < month for other in closed):
                opened = step.at
    return opened


def _told(connection: Connection, case_id: UUID, at: datetime) -> tuple[str, str, str | None] | None:
    """Who changed a case at a moment, what he did, and why; nothing where nobody did."""
    query = (
        select(HISTORY.c.person, HISTORY.c.action, HISTORY.c.reason)
        .where(HISTORY.c.case_id == case_id, HISTORY.c.at == at)
        .order_by(HISTORY.c.n.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else (row.person, row.action, row.reason)


def steps_of(connection: Connection, town: str, month: Month | None) -> list[BookStep]:
    """What was done with a month, or with every month of a town, oldest first."""
    query = select(BOOK_STEP).where(BOOK_STEP.c.town == town).order_by(BOOK_STEP.c.month, BOOK_STEP.c.n)
    if month is not None:
        query = query.where(BOOK_STEP.c.month == month_number(month))
    return [
        BookStep(
            town=row["town"],
            month=Month(*divmod(row["month"], 100)),
            action=BookAction(row["action"]),
            at=row["at"],
            person=row["person"],
            workstation=row["workstation"],
            authority=row["authority"],
            reason=row["reason"],
            digest=row["digest"],
        )
        for row in connection.execute(query).mappings()
    ]


def tables_of(connection: Connection, town: str, month: Month, closing: int) -> list[KeptTable]:
    """The tables of one closing, in their order."""
    query = (
        select(KEPT_TABLE.c.code, KEPT_TABLE.c.title, KEPT_TABLE.c.content)
        .where(KEPT_TABLE.c.town == town, KEPT_TABLE.c.month == month_number(month), KEPT_TABLE.c.closing == closing)
        .order_by(KEPT_TABLE.c.position)
    )
    return [KeptTable(**row) for row in connection.execute(query).mappings()]


def keep_step(connection: Connection, step: BookStep) -> None:
    """Keeps what was done with a month."""
    _hold(connection, BOOK_STEP)
    month = month_number(step.month)
    last = select(func.max(BOOK_STEP.c.n)).where(BOOK_STEP.c.town == step.town, BOOK_STEP.c.month == month)
    row = {name: getattr(step, name) for name in step.__slots__ if name != "month"}
    n = (connection.execute(last).scalar_one() or 0) + 1
    connection.execute(insert(BOOK_STEP), row | {"action": step.action.value, "month": month, "n": n})


def close_month(
    connection: Connection, terms: NewTerms, step: BookStep, tables: Sequence[KeptTable], lines: int | None
) -> None:
    """Closes a month for good, with its tables; raises as `Writer.close_month`."""
    # Before the ledger is held: somebody who posts may hold the town's new word and wait for the ledger.
    terms.require([("town", step.town)])
    _hold(connection, POSTING)
    first_open = open_books(connection).get(step.town)
    if first_open is not None and step.month.start < first_open:
        raise Refusal(f"{step.month} 已经关账，不必再关。")
    if lines is not None and _lines_until(connection, terms.number("town", step.town), step.month) != lines:
        raise Overtaken("编制报表之后又记入了新的数，请重新核对后再关账。")
    keep_step(connection, step)
    month, closing = month_number(step.month), _closings(connection, step.town, step.month)
    closed = {"town": step.town, "month": month, "at": step.at, "person": step.person}
    connection.execute(insert(MONTH_CLOSING), closed)
    rows = [
        {
            "town": step.town,
            "month": month,
            "closing": closing,
            "position": position,
            "code": table.code,
            "title": table.title,
            "content": table.content,
            "digest": table.digest,
        }
        for position, table in enumerate(tables)
    ]
    insert_rows(connection, KEPT_TABLE, rows)


def reopen_month(connection: Connection, step: BookStep) -> None:
    """Opens the month that was closed last, and brings its 更正 home; raises as `Writer.reopen_month`."""
    _hold(connection, POSTING)
    first_open = open_books(connection).get(step.town)
    if first_open is None or step.month.start >= first_open:
        raise Refusal(f"{step.month} 没有关账，不需要重开。")
    if step.month.end != first_open:
        raise Refusal(f"{step.month} 之后还有已关账的月份，请从最后关账的月份开始重开。")
    keep_step(connection, step)
    number = month_number(step.month)
    connection.execute(delete(MONTH_CLOSING).where(MONTH_CLOSING.c.town == step.town, MONTH_CLOSING.c.month == number))
    bring_home(connection, step.town, first_open, open_books(connection).get(step.town), step.at)


def wrong_bookings(connection: Connection) -> int:
    """How many lines count on a day that is neither their own nor that of a 更正 of a month that is closed."""
    day, book_day = (type_coerce(column, Integer) for column in (POSTING.c.day, POSTING.c.book_day))
    stray = case(
        (POSTING.c.corrects.is_(None), book_day != day),
        else_=or_(POSTING.c.corrects != day // 100, book_day // 100 <= POSTING.c.corrects, book_day % 100 != 1),
    )
    wrong: int = connection.execute(select(func.count()).select_from(POSTING).where(stray)).scalar_one()
    words = [column for column in POSTING.c if column.name not in ("n", "quantity", "reversal", "made_at")]
    standing = select(*words).where(POSTING.c.corrects.is_not(None)).group_by(*words)
    standing = standing.having(func.sum(POSTING.c.quantity) != 0)
    books = {
        number: month_number(Month.of(first_open))
        for town, first_open in open_books(connection).items()
        for number in connection.execute(
            select(TERM.c.id).where(TERM.c.dimension == "town", TERM.c.key == town)
        ).scalars()
    }
    opened = [line for line in connection.execute(standing) if line.corrects >= books.get(line.town, 0)]
    return wrong + len(opened)


def wrong_tables(connection: Connection) -> tuple[int, list[str]]:
    """How many closings were looked at, and those whose tables are not what was signed."""
    kept: defaultdict[tuple[str, int, int], list[KeptTable]] = defaultdict(list)
    wrong = []
    query = select(KEPT_TABLE).order_by(*KEPT_TABLE.primary_key.columns[:3], KEPT_TABLE.c.position)
    for row in connection.execute(query).mappings():
        table = KeptTable(code=row["code"], title=row["title"], content=row["content"])
        kept[row["town"], row["month"], row["closing"]].append(table)
        if table.digest != row["digest"]:
            wrong.append(f"{row['month']} 的{row['title']}")
    for (town, number, closing), tables in kept.items():
        month = Month(*divmod(number, 100))
        closings = [s for s in steps_of(connection, town, month) if s.action is BookAction.CLOSE]
        if len(closings) < closing or closings[closing - 1].digest != digest_of(tables):
            wrong.append(f"{number} 第 {closing} 次关账的报表")
    return len(kept), wrong


def step_of(
    action: BookAction, town: str, month: Month, actor: Actor, at: datetime, tables: Sequence[KeptTable] = ()
) -> BookStep:
    """The step by which a month is closed, with the digest of its tables."""
    return BookStep(
        town=town,
        month=month,
        action=action,
        at=at,
        person=actor.name,
        workstation=actor.workstation,
        digest=digest_of(tables) if tables else None,
    )


def _closings(connection: Connection, town: str, month: Month) -> int:
    query = (
        select(func.count())
        .select_from(BOOK_STEP)
        .where(
            BOOK_STEP.c.town == town,
            BOOK_STEP.c.month == month_number(month),
            BOOK_STEP.c.action == BookAction.CLOSE.value,
        )
    )
    return connection.execute(query).scalar_one()


def _lines_until(connection: Connection, town: int, month: Month) -> int:
    query = select(func.count()).where(POSTING.c.town == town, POSTING.c.book_day < month.end)
    return connection.execute(query).scalar_one()


def _hold(connection: Connection, table: Table) -> None:
    """Until the transaction ends nobody else writes a table; a writing transaction on SQLite is alone anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"LOCK TABLE {table.name} IN SHARE ROW EXCLUSIVE MODE"))
