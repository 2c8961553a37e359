"""The engine: one SQLite file or one PostgreSQL database, reading and writing transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError

from db import sqlite
from db.failures import known_failures
from gridapp.domain.problem import Refusal


def url_of(location: str) -> URL:
    """A location given as a file path or as a database URL; raises `Refusal` for an address that is none."""
    if "://" in location:
        try:
            return make_url(location)
        except (ArgumentError, ValueError) as error:
            raise Refusal("看不懂数据库地址，请写成 postgresql://用户@服务器/数据库 或文件路径。") from error
    return URL.create("sqlite+pysqlite", database=str(Path(location).expanduser().absolute()))


def engine_for(url: URL, *, foreign_keys: bool = True) -> Engine:
    """An engine whose connections are set up for us; migrations on SQLite need foreign keys off."""
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": 0, "check_same_thread": False})
        sqlite.prepare(engine, foreign_keys=foreign_keys)
        return engine
    if url.get_backend_name() == "postgresql":
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    raise Refusal(f"不支持 {url.get_backend_name()} 数据库，请使用 SQLite 文件或 PostgreSQL。")


def check_file(url: URL) -> None:
    """Raises `Refusal` for a SQLite file that cannot be ours: a folder, read-only, or no database at all."""
    if url.get_backend_name() != "sqlite" or not url.database:
        return
    path = Path(url.database)
    if path.is_dir():
        raise Refusal(f"{path} 是文件夹，不是数据库文件，请指定文件。")
    if not path.exists():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Refusal(f"不能建立文件夹 {path.parent}，请换一个位置或检查权限。") from error
        return
    if not path.stat().st_mode & 0o222:
        raise Refusal(f"数据库文件 {path} 是只读的，请取消只读属性后再打开；文件没有改动。")
    with path.open("rb") as file:
        start = file.read(16)
    if start and start != b"SQLite format 3\0":
        raise Refusal(f"{path} 不是本软件的数据库文件，请换一个文件；原文件没有改动。")


class Database:
    """An open database."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._reader = engine.execution_options(reading=True)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a SQLite file rather than a PostgreSQL server."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the data throughout and writes nothing."""
        with known_failures(), self._reader.connect() as connection:
            if not self.is_sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is kept if the block ends well."""
        with known_failures(), self.engine.begin() as connection:
            yield connection

    def now(self) -> datetime:
        """The server's clock on PostgreSQL, the workstation's on SQLite."""
        if self.is_sqlite:
            return datetime.now(UTC)
        with self.read() as connection:
            moment: datetime = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
            return moment.astimezone(UTC)

    def close(self) -> None:
        """Closes every connection."""
        self.engine.dispose()
