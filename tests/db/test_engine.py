"""Opening a database: what cannot be ours is refused and left as it was; what fails half-way leaves nothing."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, insert, text

from db.engine import Database, engine_for, url_of
from db.office import open_office
from db.tables.registers import SETTING
from gridapp.cases.event.record import record
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.importing.pipeline import import_ledger
from gridapp.ports import Office, Save
from gridapp.safekeeping.check import check
from tests.gridapp.bare_cases import dispute
from tests.gridapp.dumps import dump
from tests.gridapp.ledger_files import event_row, workbook
from tests.offices import ACTOR, DEADLINES, NOW, draft, recorded


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (a)")
        connection.commit()


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def _newer_without_wal(path: Path) -> None:
    _newer(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


def _text(path: Path) -> None:
    path.write_text("这不是数据库，只是一份说明。\n" * 300, encoding="utf-8")


def _damaged(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * 4096 + content[4196:])


def _read_only(path: Path) -> None:
    path.chmod(0o444)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_foreign, "是别的软件的数据"),
        (_newer, "由更新版本的软件建立"),
        (_newer_without_wal, "由更新版本的软件建立"),
        (_text, "不是本软件的数据库文件"),
        (_damaged, "已损坏"),
        (_read_only, "是只读的"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_and_left_as_it_was(
    tmp_path: Path, sqlite_template: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    path = tmp_path / "office.db"
    path.write_bytes(sqlite_template.read_bytes())
    spoil(path)
    before = digest(path)
    with pytest.raises(Refusal, match=sentence), open_office(str(path)):
        pass
    assert digest(path) == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["office.db"]


@pytest.mark.parametrize(
    ("location", "sentence"),
    [
        ("mysql://server/office", "不支持 mysql 数据库"),
        ("postgresql://nobody@127.0.0.1:1/office", "连不上数据库服务器"),
        ("postgresql://nobody@127.0.0.1:port/office", "看不懂数据库地址"),
        ("://", "看不懂数据库地址"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(location: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence), open_office(location):
        pass


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="是文件夹"), open_office(str(tmp_path)):
        pass


def test_a_place_where_no_folder_can_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Refusal, match="不能建立文件夹"), open_office(str(tmp_path / "file" / "deep" / "office.db")):
        pass


def test_a_new_office_is_built_where_there_was_nothing(tmp_path: Path) -> None:
    path = tmp_path / "新" / "office.db"
    with open_office(str(path)) as office:
        assert office.is_empty()
    assert path.is_file()


def test_a_path_and_its_url_are_the_same_place(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    assert url_of(str(path)) == url_of(f"sqlite+pysqlite:///{path}")


def _no_more_pages(connection: sqlite3.Connection, _: object) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")


def test_on_a_full_disk_nothing_is_half_saved(tmp_path: Path, sqlite_template: Path) -> None:
    path = tmp_path / "office.db"
    path.write_bytes(sqlite_template.read_bytes())
    ledger = workbook(tmp_path / "台账.xlsx", [event_row(f"GH-{n:03}", 备注="长" * 500) for n in range(300)])
    before = dump(str(path))
    event.listen(Engine, "connect", _no_more_pages)
    try:
        with open_office(str(path)) as office, pytest.raises(Refusal, match="磁盘已满，没有保存任何内容"):
            import_ledger(office, Kind.EVENT, ledger, office.registers.areas().towns[0], ACTOR, NOW)
    finally:
        event.remove(Engine, "connect", _no_more_pages)
    assert dump(str(path)) == before
    with open_office(str(path)) as office:
        assert import_ledger(office, Kind.EVENT, ledger, office.registers.areas().towns[0], ACTOR, NOW).new == 300
        assert all(result.ok for result in check(office))


def test_a_locked_file_is_told_after_a_wait(
    tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.sqlite.BUSY_SECONDS", 0.05)
    path = tmp_path / "office.db"
    path.write_bytes(sqlite_template.read_bytes())
    with open_office(str(path)) as office, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refusal, match="数据库正被其他程序占用"):
            record(office.cases, office.registers.areas(), DEADLINES, draft(), ACTOR, NOW)
        other.execute("ROLLBACK")
        assert recorded(office).number.endswith("-0001")


def test_a_reading_transaction_sees_one_state_throughout(location: str, office: Office) -> None:
    database = Database(engine_for(url_of(location)))
    try:
        office.registers.set("word", "before")
        with database.read() as connection:
            query = text("SELECT value FROM setting WHERE name = 'word'")
            first = connection.execute(query).scalar_one()
            office.registers.set("word", "after")
            assert connection.execute(query).scalar_one() == first == "before"
    finally:
        database.close()


def test_a_writing_transaction_that_fails_is_undone(location: str, office: Office) -> None:
    database = Database(engine_for(url_of(location)))
    try:
        with pytest.raises(ZeroDivisionError), database.write() as connection:  # noqa: PT012
            connection.execute(insert(SETTING), {"name": "word", "value": "half"})
            raise ZeroDivisionError
        assert office.registers.setting("word") is None
    finally:
        database.close()


def test_a_number_that_another_clerk_saved_first_is_told_and_nothing_is_saved(office: Office) -> None:
    first, second = (dispute(number="演示-1", title=title) for title in ("演示：一", "演示：二"))
    with office.cases.transaction() as writer:
        writer.save([Save(None, first, "导入")], ACTOR, NOW())
    with pytest.raises(Refusal, match="他人刚刚保存了同样编号的案件"), office.cases.transaction() as writer:
        writer.save([Save(None, second, "导入")], ACTOR, NOW())
    assert office.cases.load_all([first.id, second.id]) == {first.id: replace(first, version=1)}


def test_the_clock_runs_in_utc(office: Office) -> None:
    now = office.cases.now()
    assert now.utcoffset() is not None
    assert not now.utcoffset()
    assert office.cases.now() >= now
