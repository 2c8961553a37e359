"""The account of imports (导入批次) and what taking one back needs to know."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from db.month_number import month_of
from db.tables.cases import HEAD
from db.tables.details import DETAILS
from db.tables.history import HISTORY, IMPORT_BATCH
from db.tables.ledger import POSTING
from db.tables.registers import CAMPAIGN, PLACE
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.ports import Batch, Touched


def record(connection: Connection, batch: Batch) -> None:
    """Keeps the account of an import."""
    row = {name: getattr(batch, name) for name in batch.__slots__}
    connection.execute(insert(IMPORT_BATCH), row | {"kind": batch.kind.value})


def batches_of(connection: Connection) -> list[Batch]:
    """Every import, newest first."""
    query = select(IMPORT_BATCH).order_by(IMPORT_BATCH.c.at.desc(), IMPORT_BATCH.c.id.desc())
    return [Batch(**{**row, "kind": Kind(row["kind"])}) for row in connection.execute(query).mappings()]


def touched_by(connection: Connection, batch: Batch) -> Touched:
    """The cases of an import that are still on file, and the closed months that they count otherwise by it."""
    entries = HISTORY.join(HEAD, HEAD.c.id == HISTORY.c.case_id)
    query = select(HISTORY.c.case_id, HISTORY.c.n).select_from(entries).where(HISTORY.c.batch == batch.id)
    found = [(case_id, n) for case_id, n in connection.execute(query.order_by(HISTORY.c.case_id))]
    of_batch = select(HISTORY.c.case_id).where(HISTORY.c.batch == batch.id)
    corrected = (
        select(POSTING.c.corrects, func.count(POSTING.c.case_id.distinct()))
        .where(POSTING.c.case_id.in_(of_batch), POSTING.c.made_at == batch.at, POSTING.c.corrects.is_not(None))
        .group_by(POSTING.c.corrects)
        .order_by(POSTING.c.corrects)
    )
    return Touched(
        new=[case_id for case_id, n in found if n == 1],
        changed=[case_id for case_id, n in found if n > 1],
        corrected={month_of(month): count for month, count in connection.execute(corrected)},
    )


def start_taking_back(connection: Connection, batch: str, at: datetime) -> list[tuple[UUID, int]]:
    """Marks a batch as taken back; the cases it touched, each with the number of its history entry.

    Raises `Refusal` for a batch that does not exist or was taken back before.
    """
    marked = connection.execute(
        update(IMPORT_BATCH)
        .where(IMPORT_BATCH.c.id == batch, IMPORT_BATCH.c.taken_back_at.is_(None))
        .values(taken_back_at=at)
    )
    if marked.rowcount != 1:
        raise Refusal(f"没有可以撤销的导入批次“{batch}”，请核对批次号（可能已经撤销过）。")
    query = select(HISTORY.c.case_id, HISTORY.c.n).where(HISTORY.c.batch == batch)
    return [(case_id, n) for case_id, n in connection.execute(query.order_by(HISTORY.c.case_id))]


def place_and_campaign_of_batch_removed(connection: Connection, batch: str) -> None:
    """Takes places and campaigns off file that a batch brought and nothing else uses."""
    with_places = [table for table in DETAILS.values() if "place" in table.c]
    used = [exists().where(table.c.place == PLACE.c.id) for table in with_places]
    connection.execute(delete(PLACE).where(PLACE.c.batch == batch, *(~use for use in used)))
    named = exists().where(HEAD.c.town == CAMPAIGN.c.town, HEAD.c.campaign == CAMPAIGN.c.name)
    connection.execute(delete(CAMPAIGN).where(CAMPAIGN.c.batch == batch, ~named))
