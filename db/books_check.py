"""Whether the books say what was signed (关账报表核对): kept tables by their digests, lines by their days."""

from collections import defaultdict

from sqlalchemy import Connection, Integer, case, func, or_, select, type_coerce

from db.books import steps_of
from db.month_number import month_number, month_of
from db.open_books import open_books
from db.tables.books import KEPT_TABLE
from db.tables.ledger import POSTING, TERM
from gridapp.domain.books import BookAction, KeptTable, digest_of
from gridapp.domain.period import Month


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
        month = month_of(number)
        closings = [s for s in steps_of(connection, town, month) if s.action is BookAction.CLOSE]
        if len(closings) < closing or closings[closing - 1].digest != digest_of(tables):
            wrong.append(f"{number} 第 {closing} 次关账的报表")
    return len(kept), wrong
