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
from db.tables.paper import ISSUED_PAPER, TEMPLATE_CHANGE
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
        at = self._database.now()
        with self._database.write() as connection:
            return keep_content(connection, data, at)

    @override
    def get(self, sha256: str) -> bytes:
        with self._database.read() as connection:
            return content_of(connection, sha256, "这个附件")

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


def keep_content(connection: Connection, data: bytes, at: datetime) -> str:
    """Keeps a content in the transaction of whoever names it, and says its SHA-256.

    Raises `Refusal` for an empty one, or one that is too large.
    """
    if not data:
        raise Refusal("这个文件是空的，没有附上；请确认文件是否已保存完整。")
    if len(data) > LARGEST:
        raise Refusal(f"附件不能超过 {LARGEST // 1024 // 1024} MB，这个文件没有附上；请压缩或拆分后再附。")
    table, digest = ATTACHMENT_CONTENT, hashlib.sha256(data).hexdigest()
    again = table.update().where(table.c.sha256 == digest).values(put_at=at)
    if connection.execute(again).rowcount == 0:
        row = {"sha256": digest, "size": len(data), "put_at": at, "data": data}
        connection.execute(insert_new(connection, table), row)
    return digest


def content_of(connection: Connection, sha256: str, what: str) -> bytes:
    """A content; raises `Refusal`, which says `what` it was, if there is none or if it is no longer what was put."""
    data = _content(connection, sha256)
    if data is None:
        raise Refusal(f"{what}的内容不在数据库里，请从备份恢复或重新附上。")
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Refusal(f"{what}的内容已损坏，与附上时不符；请从备份恢复或重新附上。")
    return data


def missing_or_damaged(connection: Connection) -> Iterator[tuple[str, str]]:
    """What cases, papers and templates name and whose content is gone or is no longer what it was: digest and name."""
    for digest, name in sorted(_named(connection).items()):
        data = _content(connection, digest)
        if data is None or hashlib.sha256(data).hexdigest() != digest:
            yield digest, name


def named_contents(connection: Connection) -> int:
    """How many different contents are named by cases, papers and templates."""
    return len(_named(connection))


def _named(connection: Connection) -> dict[str, str]:
    """What names a content, by its digest: attachments of cases, papers that were issued, the office's templates."""
    named: dict[str, str] = {}
    for digest, name in (
        (TEMPLATE_CHANGE.c.sha256, TEMPLATE_CHANGE.c.file_name),
        (ISSUED_PAPER.c.sha256, ISSUED_PAPER.c.title),
        (ATTACHMENT.c.sha256, ATTACHMENT.c.name),
    ):
        query = select(digest, func.min(name)).where(digest.is_not(None)).group_by(digest)
        named.update((row[0], row[1]) for row in connection.execute(query))
    return named


def _content(connection: Connection, digest: str) -> bytes | None:
    query = select(ATTACHMENT_CONTENT.c.data).where(ATTACHMENT_CONTENT.c.sha256 == digest)
    data: bytes | None = connection.execute(query).scalar_one_or_none()
    return data


def _unused(connection: Connection, before: datetime) -> list[str]:
    table = ATTACHMENT_CONTENT
    old = set(connection.execute(select(table.c.sha256).where(table.c.put_at < before)).scalars())
    if not old:
        return []
    old.difference_update(_named(connection))
    texts = (
        select(DRAFT.c.content),
        # History and drafts name a content inside their text, whatever form it was written by.
        select(HISTORY.c.changes).where(HISTORY.c.changes.contains("sha256")),
    )
    for text in texts:
        for words in connection.execute(text).scalars():
            old.difference_update(_DIGEST.findall(words))
    return sorted(old)
