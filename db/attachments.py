"""Contents of attachments (附件内容): kept once under their SHA-256, and verified whenever they are read."""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, select
from typing_extensions import override

from db.dialect import insert_new
from db.engine import Database
from db.tables.attachments import ATTACHMENT_CONTENT
from db.tables.drafts import DRAFT
from db.tables.history import HISTORY
from db.tables.parts import ATTACHMENT
from gridapp.domain.attachment import LARGEST
from gridapp.domain.problem import Refusal
from gridapp.ports import Attachments

_CHUNK = 500
_DIGEST = re.compile(r"[0-9a-f]{64}")


class SqlAttachments(Attachments):
    """The contents that a database keeps."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def put(self, data: bytes) -> str:
        if not data:
            raise Refusal("这个文件是空的，没有附上；请确认文件是否已保存完整。")
        if len(data) > LARGEST:
            raise Refusal(f"附件不能超过 {LARGEST // 1024 // 1024} MB，这个文件没有附上；请压缩或拆分后再附。")
        digest, at = hashlib.sha256(data).hexdigest(), self._database.now()
        table = ATTACHMENT_CONTENT
        with self._database.write() as connection:
            again = table.update().where(table.c.sha256 == digest).values(put_at=at)
            if connection.execute(again).rowcount == 0:
                row = {"sha256": digest, "size": len(data), "put_at": at, "data": data}
                connection.execute(insert_new(connection, table), row)
        return digest

    @override
    def get(self, sha256: str) -> bytes:
        with self._database.read() as connection:
            data = _content(connection, sha256)
        if data is None:
            raise Refusal("这个附件的内容不在数据库里，请从备份恢复或重新附上。")
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Refusal("这个附件的内容已损坏，与附上时不符；请从备份恢复或重新附上。")
        return data

    @override
    def sizes(self, digests: Collection[str]) -> Mapping[str, int]:
        table, wanted = ATTACHMENT_CONTENT, sorted(digests)
        found: dict[str, int] = {}
        with self._database.read() as connection:
            for start in range(0, len(wanted), _CHUNK):
                chunk = wanted[start : start + _CHUNK]
                query = select(table.c.sha256, table.c.size).where(table.c.sha256.in_(chunk))
                found |= {row.sha256: row.size for row in connection.execute(query)}
        return found

    @override
    def unused(self, before: datetime) -> Sequence[str]:
        with self._database.read() as connection:
            return _unused(connection, before)

    @override
    def drop_unused(self, before: datetime) -> int:
        table = ATTACHMENT_CONTENT
        with self._database.write() as connection:
            unused = _unused(connection, before)
            for digest in unused:
                connection.execute(delete(table).where(table.c.sha256 == digest, table.c.put_at < before))
        return len(unused)


def missing_or_damaged(connection: Connection) -> Iterator[tuple[str, str]]:
    """The attachments named by cases whose content is gone or is no longer what it was: digest and name."""
    named = select(ATTACHMENT.c.sha256, func.min(ATTACHMENT.c.name)).group_by(ATTACHMENT.c.sha256)
    for digest, name in connection.execute(named.order_by(ATTACHMENT.c.sha256)).all():
        data = _content(connection, digest)
        if data is None or hashlib.sha256(data).hexdigest() != digest:
            yield digest, name


def named_by_cases(connection: Connection) -> int:
    """How many different contents the cases name."""
    counted: int = connection.execute(select(func.count(ATTACHMENT.c.sha256.distinct()))).scalar_one()
    return counted


def _content(connection: Connection, digest: str) -> bytes | None:
    query = select(ATTACHMENT_CONTENT.c.data).where(ATTACHMENT_CONTENT.c.sha256 == digest)
    data: bytes | None = connection.execute(query).scalar_one_or_none()
    return data


def _unused(connection: Connection, before: datetime) -> list[str]:
    table = ATTACHMENT_CONTENT
    old = set(connection.execute(select(table.c.sha256).where(table.c.put_at < before)).scalars())
    if not old:
        return []
    old.difference_update(connection.execute(select(ATTACHMENT.c.sha256)).scalars())
    texts = (
        select(DRAFT.c.content),
        # History and drafts name a content inside their text, whatever form it was written by.
        select(HISTORY.c.changes).where(HISTORY.c.changes.contains("sha256")),
    )
    for text in texts:
        for words in connection.execute(text).scalars():
            old.difference_update(_DIGEST.findall(words))
    return sorted(old)
