"""The JSON of a table beside other periods (`tally --compare`)."""

from gridapp.cli.answers import Json, period_json, shown, value_json
from gridapp.counting.basis import Basis, moved
from gridapp.counting.change import Change
from gridapp.counting.comparing import ComparedLine, ComparedTally
from gridapp.counting.words import Words


def compared_json(table: ComparedTally, words: Words) -> list[Json]:
    """Every line in printing order, its values beside those of each other period, with the changes."""
    return [_line_json(table, line, words) for line in table.lines]


def _line_json(table: ComparedTally, line: ComparedLine, words: Words) -> Json:
    return {
        "level": line.level.name.lower(),
        **{d.value: shown(words, d, key) for d, key in zip(line.by, line.keys, strict=True)},
        "values": {code: value_json(value) for code, value in line.values.items()},
        "than": {basis.name.lower(): _than_json(table, line, basis) for basis in table.bases},
    }


def _than_json(table: ComparedTally, line: ComparedLine, basis: Basis) -> Json:
    return {
        "name": basis.value,
        "period": period_json(moved(line.cut, basis).period),
        "values": {code: value_json(value) for code, value in line.than[basis].items()},
        "change": {column.code: _change_json(line.change(basis, column)) for column in table.columns},
    }


def _change_json(change: Change | None) -> Json | None:
    return None if change is None else {"amount": str(change.amount), "unit": change.unit}
