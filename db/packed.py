"""Columns packed into one text (打包列): thousands of numbers are handed over quicker in one row than in rows."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import Text


class packed(FunctionElement[str]):  # noqa: N801 - a function of SQL
    """The whole numbers of a column as one text; packed together, columns keep the order of their rows."""

    name = "packed"
    type = Text()
    inherit_cache = True


@compiles(packed, "sqlite")
def _for_sqlite(element: packed, compiler: SQLCompiler, **words: Any) -> str:
    return f"json_group_array({compiler.process(element.clauses, **words)})"


@compiles(packed, "postgresql")
def _for_postgresql(element: packed, compiler: SQLCompiler, **words: Any) -> str:
    return f"CAST(json_agg({compiler.process(element.clauses, **words)}) AS text)"


def unpacked(texts: Iterable[str]) -> Sequence[Sequence[int]]:
    """The numbers of packed columns."""
    columns: Sequence[Sequence[int]] = json.loads(f"[{','.join(texts)}]")
    return columns
