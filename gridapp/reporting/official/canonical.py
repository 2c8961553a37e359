"""The canonical text (规范文本) of an official table: what is kept of a closed month and digested."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from gridapp.counting.amount import Rate
from gridapp.domain.period import Period
from gridapp.reporting.official.table import Heading, OfficialCell, OfficialRow, OfficialTable, RowKind


def canonical(table: OfficialTable) -> str:
    """The table as words and exact numbers: the same table always gives the same text, without its lists."""
    document = {
        "code": table.code,
        "title": table.title,
        "town": table.town,
        "period": [table.period.start.isoformat(), table.period.end.isoformat()],
        "unit_line": table.unit_line,
        "headings": [[[h.text, h.columns, h.rows] for h in level] for level in table.headings],
        "rows": [
            {"kind": row.kind.value, "labels": list(row.labels), "cells": [_said(cell) for cell in row.cells]}
            for row in table.rows
        ],
        "notes": list(table.notes),
    }
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def table_from(text: str) -> OfficialTable:
    """The table of a canonical text, every word as it was then; its cells open no lists."""
    document: Mapping[str, Any] = json.loads(text)
    start, end = (date.fromisoformat(day) for day in document["period"])
    return OfficialTable(
        code=document["code"],
        title=document["title"],
        town=document["town"],
        period=Period(start, end),
        unit_line=document["unit_line"],
        headings=tuple(tuple(Heading(*heading) for heading in level) for level in document["headings"]),
        rows=tuple(
            OfficialRow(tuple(row["labels"]), tuple(_cell(cell) for cell in row["cells"]), RowKind(row["kind"]))
            for row in document["rows"]
        ),
        notes=tuple(document["notes"]),
    )


def _said(cell: OfficialCell) -> Mapping[str, Any]:
    if cell.text is not None:
        return {"text": cell.text}
    if isinstance(cell.value, Rate):
        return {"rate": [_exact(cell.value.numerator), _exact(cell.value.denominator)]}
    said: dict[str, Any] = {"value": None if cell.value is None else _exact(cell.value)}
    if cell.unit:
        said["unit"] = cell.unit
    if cell.signed:
        said["signed"] = True
    return said


def _exact(number: Decimal) -> str:
    """A number without exponent and needless zeros; there is no negative zero."""
    return f"{number.normalize() + 0:f}"


def _cell(said: Mapping[str, Any]) -> OfficialCell:
    if "text" in said:
        return OfficialCell(text=said["text"])
    if "rate" in said:
        numerator, denominator = (Decimal(number) for number in said["rate"])
        return OfficialCell(Rate(numerator, denominator))
    value = said["value"]
    return OfficialCell(
        None if value is None else Decimal(value), unit=said.get("unit", ""), signed=said.get("signed", False)
    )
