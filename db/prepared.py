"""Statements whose text is made once (备好的语句): short ones take longer to go through the library than to run."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, SelectBase
from sqlalchemy.sql.compiler import SQLCompiler


class Prepared:
    """A question as the text that its database reads.

    It has neither lists of an open length nor columns whose values the database keeps otherwise than they are told.
    """

    def __init__(self, statement: SelectBase, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        assert isinstance(compiled, SQLCompiler)
        self._text = str(compiled)
        self._places = compiled.positiontup
        self._own = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
        kept = {name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in compiled.binds.items()}
        self._kept = [(name, process) for name, process in kept.items() if process is not None]

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        """What is found for the values of the parameters, each by its name."""
        told = {**self._own, **values}
        for name, process in self._kept:
            told[name] = process(told[name])
        # Drivers are told parameters by place or by name.
        asked = told if self._places is None else tuple(map(told.__getitem__, self._places))
        return connection.exec_driver_sql(self._text, asked).all()
