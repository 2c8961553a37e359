"""Lists of numbers as one parameter (数字列表): hundreds of parameters take longer to be told than to be looked up."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Text, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType


class _OneOf(FunctionElement[Any]):
    """Whether a number stands in a list, which is written as JSON.

    It has no type: what is known to be a truth value is compared with 1 for SQLite, which then uses no index.
    """

    name = "one_of"
    type = NullType()
    inherit_cache = True


def one_of(column: ColumnElement[int], numbers: Iterable[int]) -> ColumnElement[bool]:
    """Whether a column holds one of some numbers; an index of the column is searched for each of them."""
    return _OneOf(column, literal(json.dumps(list(numbers)), Text))


@compiles(_OneOf, "sqlite")
def _for_sqlite(element: _OneOf, compiler: SQLCompiler, **words: Any) -> str:
    column, numbers = (compiler.process(clause, **words) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({numbers}))"


@compiles(_OneOf, "postgresql")
def _for_postgresql(element: _OneOf, compiler: SQLCompiler, **words: Any) -> str:
    column, numbers = (compiler.process(clause, **words) for clause in element.clauses)
    return f"{column} = ANY (CAST(translate({numbers}, '[]', '{{}}') AS integer[]))"
