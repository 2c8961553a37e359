"""Checks (核对): what must hold, looked at in the database itself rather than believed."""

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Connection, func, select, type_coerce
from sqlalchemy.types import Integer
from typing_extensions import override

from db import postgresql, sqlite, trail
from db.attachments import missing_or_damaged, named_contents
from db.books_check import wrong_bookings, wrong_tables
from db.engine import Database
from db.paper_gaps import missing_numbers
from db.papers import papers_known
from db.posting import held_for
from db.records import all_cases
from db.search_check import cases_known, wrong_entries, wrong_words
from db.tables.cases import HEAD
from db.tables.history import HISTORY
from db.tables.ledger import BALANCES, POSTING, SLICES, TERM
from db.terms import NewTerms, Terms
from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case
from gridapp.domain.plain import Plain, to_plain
from gridapp.domain.replay import replayed
from gridapp.ports import CheckResult, Checks

_SHOWN = 5


class SqlChecks(Checks):
    """The checks of a database."""

    def __init__(self, database: Database, terms: Terms) -> None:
        self._database, self._terms = database, terms

    @override
    def file_integrity(self) -> CheckResult:
        name = "数据库文件与外键"
        with self._database.read() as connection:
            look = sqlite.faults if self._database.is_sqlite else postgresql.faults
            faults = look(connection)
        return CheckResult(name, not faults, "；".join(faults[:_SHOWN]) or "完好")

    @override
    def postings(self) -> CheckResult:
        name, wrong, looked = "计数分录与案件", [], 0
        with self._database.read() as connection:
            terms = NewTerms(self._terms, connection)
            for cases in all_cases(connection):
                held = held_for(connection, terms, list(cases))
                looked += len(cases)
                wrong += [
                    case.number
                    for case_id, case in cases.items()
                    if postings_of(case) != (held[case_id].postings if case_id in held else frozenset())
                ]
            orphans = connection.execute(_ORPHANS).scalar_one()
        if orphans:
            wrong.append(f"{orphans} 条分录没有对应的案件")
        return _result(name, wrong, f"{looked} 件案件重新计数，与分录一致")

    @override
    def balances(self) -> CheckResult:
        name, wrong, looked = "月度余额与分录", [], 0
        with self._database.read() as connection:
            measures = connection.execute(select(TERM.c.id, TERM.c.key).where(TERM.c.dimension == "measure")).all()
            for table, one in SLICES.items():
                columns = ["measure", "month", *(dimension.value for dimension in one.dimensions)]
                month = (type_coerce(POSTING.c.book_day, Integer) // 100).label("month")
                posted = [month if c == "month" else POSTING.c[c] for c in columns]
                total = func.sum(POSTING.c.quantity)
                told = [number for number, measure in measures if one.tells_of(measure)]
                summed = connection.execute(
                    select(*posted, total).where(POSTING.c.measure.in_(told)).group_by(*posted).having(total != 0)
                )
                balances = BALANCES[table]
                kept = select(*(balances.c[c] for c in columns), balances.c.quantity)
                fresh = {tuple(key): int(quantity) for *key, quantity in summed}
                stored = {tuple(key): int(quantity) for *key, quantity in connection.execute(kept) if quantity}
                looked += len(stored)
                if fresh != stored:
                    different = len(fresh.items() ^ stored.items())
                    wrong.append(f"{table} 有 {different} 项不符")
        return _result(name, wrong, f"{looked} 项余额与分录逐项相等")

    @override
    def books(self) -> CheckResult:
        with self._database.read() as connection:
            looked, wrong = wrong_tables(connection)
            if stray := wrong_bookings(connection):
                wrong.append(f"{stray} 条分录记错了月份")
            return _result("关账报表", wrong, f"{looked} 次关账留存的报表与签发时一致")

    @override
    def search(self) -> CheckResult:
        with self._database.read() as connection:
            wrong = list(wrong_words(connection))
            if entries := wrong_entries(connection):
                wrong.append(f"查找索引有 {entries} 处与案件不符")
            known = cases_known(connection)
        return _result("查找索引", wrong, f"{known} 件案件都能按现在的内容查到")

    @override
    def history(self) -> CheckResult:
        name, wrong, looked = "修改记录", [], 0
        with self._database.read() as connection:
            for cases in all_cases(connection):
                looked += len(cases)
                wrong += [cases[case_id].number for case_id in _broken(connection, cases)]
        return _result(name, wrong, f"{looked} 件案件的修改记录首尾相连，重演结果与现状一致")

    @override
    def attachments(self) -> CheckResult:
        with self._database.read() as connection:
            wrong = [f"{file} 的内容缺失或已损坏" for _, file in missing_or_damaged(connection)]
            return _result("附件内容", wrong, f"{named_contents(connection)} 份附件内容齐全，与附上时一致")

    @override
    def paper_numbers(self) -> CheckResult:
        with self._database.read() as connection:
            wrong = list(missing_numbers(connection))
            return _result("文书编号", wrong, f"{papers_known(connection)} 份文书的编号连续，没有断号")


_ORPHANS = select(func.count()).select_from(
    select(POSTING.c.case_id)
    .where(~select(HEAD.c.id).where(HEAD.c.id == POSTING.c.case_id).exists())
    .group_by(*(c for c in POSTING.c if c.name not in ("n", "book_day", "quantity", "reversal", "made_at")))
    .having(func.sum(POSTING.c.quantity) != 0)
    .subquery()
)


def _result(name: str, wrong: list[str], fine: str) -> CheckResult:
    if not wrong:
        return CheckResult(name, ok=True, detail=fine)
    more = f" 等 {len(wrong)} 处" if len(wrong) > _SHOWN else ""
    return CheckResult(name, ok=False, detail="、".join(wrong[:_SHOWN]) + more)


def _broken(connection: Connection, cases: Mapping[UUID, Case]) -> list[UUID]:
    """Cases whose chain is broken, or whose history does not end in what they are."""
    query = (
        select(HISTORY)
        .where(HISTORY.c.case_id >= min(cases), HISTORY.c.case_id <= max(cases))
        .order_by(HISTORY.c.case_id, HISTORY.c.n)
    )
    digests: dict[UUID, str] = {}
    plains: dict[UUID, Plain] = {}
    counts: Counter[UUID] = Counter()
    broken: set[UUID] = set()
    for row in connection.execute(query).mappings():
        entry = trail.entry_of(row)
        counts[entry.case_id] += 1
        digest = trail.digest_of(digests.get(entry.case_id, trail.START), entry)
        if digest != row["digest"] or counts[entry.case_id] != entry.n:
            broken.add(entry.case_id)
        digests[entry.case_id] = row["digest"]
        plains[entry.case_id] = replayed(plains.get(entry.case_id, {}), entry.changes)
    for case_id, case in cases.items():
        present = {name: value for name, value in to_plain(case).items() if name not in ("id", "version")}
        if plains.get(case_id) != present or counts[case_id] != case.version:
            broken.add(case_id)
    return sorted(broken & cases.keys())
