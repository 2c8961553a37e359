"""An official table from its definition: what every cell asks of the ledger, read together, and laid out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gridapp.counting.amount import Rate, Value
from gridapp.counting.cut import Key, Where
from gridapp.counting.indicator import Indicator
from gridapp.counting.ledger import Ledger
from gridapp.counting.many_figures import ManyFigures
from gridapp.counting.posting import Dimension
from gridapp.counting.words import UNFILLED, Words
from gridapp.domain.area import AreaTree
from gridapp.reporting.official.cells import CellAsked, Scope
from gridapp.reporting.official.definition import Asked, Column, Definition, Line, Wanted
from gridapp.reporting.official.headings import headings_of, said_for
from gridapp.reporting.official.paths import OnFile, Path, path_rows
from gridapp.reporting.official.table import OfficialCell, OfficialRow, OfficialTable, RowKind

_EACH_VILLAGE = "各村"
"""In the data files: every village that the town has or had."""

_Row = tuple[OfficialCell, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A row before it is read; a heading asks for nothing."""

    labels: tuple[str, ...]
    kind: RowKind
    asked: tuple[CellAsked, ...]


class Building:
    """Builds the tables of one town and period."""

    def __init__(self, ledger: Ledger, words: Words, areas: AreaTree, scope: Scope, on_file: OnFile) -> None:
        self._ledger, self._words, self._areas, self._scope, self._on_file = ledger, words, areas, scope, on_file

    def table(self, what: Definition) -> OfficialTable:
        """The table that a definition describes."""
        rows = self._rows_by(what) if what.by else self._form_rows(what)
        kept = [place for place, column in enumerate(what.columns) if not column.optional or _counts(rows, place)]
        period = self._scope.period
        return OfficialTable(
            code=what.code,
            title=what.title,
            town=self._areas.name(self._scope.town) or self._scope.town,
            period=period,
            unit_line=what.unit_line,
            headings=headings_of(what.labels, [what.columns[place] for place in kept], period),
            rows=tuple(OfficialRow(r.labels, _chosen(r.cells, kept), r.kind) for r in rows),
            notes=tuple(said_for(note, period) for note in what.notes),
        )

    def _rows_by(self, what: Definition) -> list[OfficialRow]:
        asked = [self._asked(column, {}) for column in what.columns]
        own = frozenset(what.by)
        figures = ManyFigures(self._ledger, [need for one in asked for need in one.needs(self._scope, own)])
        found: set[Path] = set()
        for one in asked:
            for need in one.needs(self._scope):
                found |= figures.keys(need.indicator, need.base, what.by)
        cut = self._scope.cut()
        drafts = [
            _Draft(row.labels, row.kind, tuple(self._asked(column, row.where) for column in what.columns))
            for row in path_rows(what.by, found, self._words, self._areas, cut, self._on_file)
        ]
        return self._read(drafts, figures)

    def _form_rows(self, what: Definition) -> list[OfficialRow]:
        drafts = [self._draft(line, what.columns) for line in what.lines]
        needs = [need for draft in drafts for one in draft.asked for need in one.needs(self._scope)]
        return self._read(drafts, ManyFigures(self._ledger, needs))

    def _read(self, drafts: Sequence[_Draft], figures: ManyFigures) -> list[OfficialRow]:
        return [
            OfficialRow(draft.labels, tuple(one.cell(figures, self._scope) for one in draft.asked), draft.kind)
            for draft in drafts
        ]

    def _draft(self, line: Line, columns: Sequence[Column]) -> _Draft:
        if line.asked.indicator is None:
            return _Draft(line.labels, RowKind.HEADING, ())
        return _Draft(line.labels, RowKind.PLAIN, tuple(self._of_line(line, column) for column in columns))

    def _of_line(self, line: Line, column: Column) -> CellAsked:
        narrowing = line.by_column.get(column.heading, column.asked.where)
        less = self._part(line.less, narrowing) if line.less is not None else None
        indicator, where = self._part(line.asked, narrowing)
        return CellAsked(indicator=indicator, where=where, basis=column.basis, against=column.against, less=less)

    def _part(self, asked: Asked, narrowing: Wanted) -> tuple[Indicator, Where]:
        assert asked.indicator is not None
        return asked.indicator, self._keys({**narrowing, **asked.where})

    def _asked(self, column: Column, where: Where) -> CellAsked:
        """What a column asks for in a row by dimensions."""
        indicator, wanted = self._part(column.asked, {})
        under = {**wanted, **where}
        less, narrowed = self._part(column.less, {}) if column.less is not None else (None, {})
        return CellAsked(
            indicator=indicator,
            where=under,
            basis=column.basis,
            against=column.against,
            plus=(column.plus, under) if column.plus is not None else None,
            less=(less, {**narrowed, **where}) if less is not None else None,
        )

    def _keys(self, wanted: Wanted) -> Where:
        return {d: tuple(key for word in words for key in self._meant(d, word)) for d, words in wanted.items()}

    def _meant(self, dimension: Dimension, word: str) -> Iterator[Key]:
        if word == UNFILLED:
            yield None
        elif dimension is Dimension.VILLAGE and word == _EACH_VILLAGE:
            yield from (village.code for village in self._areas.villages(self._scope.town))
        else:
            yield word


def _chosen(row: _Row, kept: Sequence[int]) -> _Row:
    return tuple(row[place] for place in kept) if row else ()


def _counts(rows: Sequence[OfficialRow], place: int) -> bool:
    return any(_something(row.cells[place].value) for row in rows if row.cells)


def _something(value: Value) -> bool:
    return bool(value.numerator or value.denominator) if isinstance(value, Rate) else bool(value)
