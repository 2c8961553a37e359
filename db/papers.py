"""Papers that were issued (已制作的文书): numbered in the transaction that keeps them, so no number is lost."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError
from typing_extensions import override

from db.attachments import keep_content
from db.belonging import by_number
from db.engine import Database
from db.running_numbers import next_running
from db.tables.cases import HEAD
from db.tables.paper import ISSUED_PAPER
from gridapp.domain.actor import Actor
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Overtaken
from gridapp.ports import IssuedPaper, Numbering, PaperBook, PaperDraft

_TABLE = ISSUED_PAPER
_NUMBER = ("town", "series", "year", "running", "number")
_TOLD = tuple(IssuedPaper.__dataclass_fields__)


class SqlPaperBook(PaperBook):
    """The papers of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def of_case(self, case_id: UUID) -> Sequence[IssuedPaper]:
        query = select(*(_TABLE.c[name] for name in _TOLD)).where(_TABLE.c.case_id == case_id).order_by(_TABLE.c.n)
        with self._database.read() as connection:
            return [IssuedPaper(**row) for row in connection.execute(query).mappings()]

    @override
    def issue(self, drafts: Sequence[PaperDraft], actor: Actor, at: datetime) -> Sequence[IssuedPaper]:
        with self._database.write() as connection:
            _hold(connection, drafts)
            try:
                return [_issued(connection, draft, actor, at) for draft in drafts]
            except IntegrityError as error:
                raise Overtaken("他人正在为同一件制作文书，请稍后再试；本次没有制作。") from error

    @override
    def numbers(self, town: str, series: str, year: int) -> Sequence[str]:
        running = func.min(_TABLE.c.running)
        query = (
            select(_TABLE.c.number)
            .where(_TABLE.c.town == town, _TABLE.c.series == series, _TABLE.c.year == year)
            .group_by(_TABLE.c.number)
            .order_by(running)
        )
        with self._database.read() as connection:
            return list(connection.execute(query).scalars())


def _hold(connection: Connection, drafts: Sequence[PaperDraft]) -> None:
    """Waits for whoever makes papers of the same cases; on SQLite a writing transaction has waited already."""
    cases = {draft.case_id for draft in drafts}
    connection.execute(select(HEAD.c.id).where(HEAD.c.id.in_(cases)).order_by(HEAD.c.id).with_for_update())


def _refuse_unseen(connection: Connection, draft: PaperDraft) -> None:
    """Raises `Overtaken` where there is a version of which the maker of another does not know."""
    same = [_TABLE.c[name] == getattr(draft, name) for name in ("case_id", "paper", "occasion")]
    makers = connection.execute(select(_TABLE.c.made_by).where(*same).order_by(_TABLE.c.n)).scalars().all()
    if len(makers) >= draft.version:
        raise Overtaken(f"“{draft.title}”刚由{makers[-1]}制作，请刷新查看，需要重做的再制作；本次没有制作。")


def _issued(connection: Connection, draft: PaperDraft, actor: Actor, at: datetime) -> IssuedPaper:
    _refuse_unseen(connection, draft)
    last: int = (
        connection.execute(select(func.max(_TABLE.c.n)).where(_TABLE.c.case_id == draft.case_id)).scalar_one() or 0
    )
    numbered = _number(connection, draft)
    row = {
        "case_id": draft.case_id,
        "n": last + 1,
        "paper": draft.paper,
        "occasion": draft.occasion,
        "title": draft.title,
        **numbered,
        "sha256": keep_content(connection, draft.write(numbered["number"]), at),
        "made_at": at,
        "made_by": actor.name,
        "workstation": actor.workstation,
    }
    connection.execute(insert(_TABLE), row)
    return IssuedPaper(**{name: row[name] for name in _TOLD})


def _number(connection: Connection, draft: PaperDraft) -> dict[str, Any]:
    """The number that a paper of this occasion has already, else the next of its series."""
    wished = draft.numbering
    if wished is None:
        return dict.fromkeys(_NUMBER)
    given = (
        select(*(_TABLE.c[name] for name in _NUMBER))
        .where(
            _TABLE.c.case_id == draft.case_id,
            _TABLE.c.paper == draft.paper,
            _TABLE.c.occasion == draft.occasion,
            _TABLE.c.series == wished.series,
        )
        .limit(1)
    )
    if known := connection.execute(given).mappings().first():
        return dict(known)
    running, number = _next_number(connection, wished)
    return {
        "town": wished.town,
        "series": wished.series,
        "year": wished.year,
        "running": running,
        "number": number,
    }


def _next_number(connection: Connection, wished: Numbering) -> tuple[int, str]:
    """The next number that no notice bears: a ledger or a clerk may have used one already."""
    series = f"paper.{wished.series}" if wished.notice is None else wished.notice.series
    while True:
        running = next_running(connection, wished.town, series, wished.year)
        number = wished.written(running)
        if wished.notice is None or not by_number(connection, wished.town, Kind.NOTICE, [number]):
            return running, number


def papers_known(connection: Connection) -> int:
    """How many papers were issued."""
    counted: int = connection.execute(select(func.count()).select_from(_TABLE)).scalar_one()
    return counted
