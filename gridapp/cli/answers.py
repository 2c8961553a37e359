"""The JSON of the commands: shapes that others rely on (interface.md)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from gridapp.counting.amount import Rate, Value
from gridapp.counting.cut import Key
from gridapp.counting.indicator import Indicator
from gridapp.counting.ledger import Counted
from gridapp.counting.posting import Dimension
from gridapp.counting.reconciliation import Reconciled
from gridapp.counting.tally import Tally
from gridapp.counting.words import Words
from gridapp.domain.moment import SHANGHAI
from gridapp.domain.period import Period
from gridapp.importing.keeping import Imported
from gridapp.importing.rows import RowProblem
from gridapp.ports import CaseRow, CheckResult

Json = dict[str, Any]


def period_json(period: Period) -> Json:
    """Both ends as people write them, inclusive."""
    return {"from": period.start.isoformat(), "to": period.last.isoformat()}


def value_json(value: Value) -> Any:
    """An amount as a number, a rate as an object, nothing as null."""
    if value is None:
        return None
    if isinstance(value, Rate):
        return {
            "numerator": number_json(value.numerator),
            "denominator": number_json(value.denominator),
            "percent": None if value.percent is None else str(value.percent),
        }
    return number_json(value)


def number_json(amount: Decimal) -> int | float:
    """A whole number as one, another with its decimals."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def tally_json(tally: Tally, words: Words, town: str | None, now: datetime) -> Json:
    """A table."""
    as_of = tally.cut.as_of or now
    return {
        "kind": tally.chapter.kind.value,
        "town": town,
        "period": period_json(tally.cut.period),
        "as_of": as_of.astimezone(SHANGHAI).isoformat(timespec="seconds"),
        "by": [dimension.value for dimension in tally.by],
        "columns": [column_json(column) for column in tally.columns],
        "rows": [
            {d.value: shown(words, d, key) for d, key in zip(tally.by, row.keys, strict=True)}
            | {code: value_json(value) for code, value in row.values.items()}
            for row in tally.rows
        ],
        "total": {code: value_json(value) for code, value in tally.total.items()},
    }


def column_json(indicator: Indicator) -> Json:
    """An indicator's name, unit and rule."""
    return {
        "code": indicator.code,
        "name": indicator.name,
        "unit": indicator.unit,
        "rule": indicator.rule,
    }


def shown(words: Words, dimension: Dimension, key: Key) -> str | None:
    """A key in the office's words; null where nothing was filled in."""
    return words.name(dimension, key)


def list_json(
    indicator: Indicator, total: Decimal | None, counted: Sequence[Counted], rows: Mapping[Any, CaseRow]
) -> Json:
    """The cases behind a figure; no total where their units must not be added."""
    return {
        "indicator": indicator.code,
        "name": indicator.name,
        "unit": indicator.unit,
        "rule": indicator.rule,
        "total": value_json(total),
        "cases": [
            {
                "number": rows[case.case_id].number,
                "title": rows[case.case_id].title,
                "day": case.day.isoformat(),
                "quantity": number_json(case.quantity),
            }
            for case in counted
        ],
    }


def figure_json(reconciled: Reconciled) -> Json:
    """A published figure beside the recomputed one."""
    published = reconciled.published
    where = {d.value: words[0] if len(words) == 1 else list(words) for d, words in published.where.items()}
    return {
        "id": published.id,
        "town": published.town,
        "title": published.title,
        "indicator": published.indicator,
        "where": where,
        "period": period_json(published.period),
        "reported": number_json(published.reported),
        "at_least": published.at_least,
        "unit": published.unit,
        "recomputed": value_json(reconciled.recomputed),
        "difference": number_json(reconciled.difference),
        "difference_unit": reconciled.difference_unit,
        "verdict": reconciled.verdict,
        "source": published.source,
        "sentence": published.sentence,
        "reported_at": moment_json(published.reported_at),
        "reported_by": published.reported_by,
    }


def moment_json(moment: datetime | None) -> str | None:
    """A moment in Asia/Shanghai, to the second; nothing as null."""
    return None if moment is None else moment.astimezone(SHANGHAI).isoformat(timespec="seconds")


def import_json(imported: Imported) -> Json:
    """What an import did."""
    return {
        "batch": imported.batch,
        "read": imported.read,
        "new": imported.new,
        "changed": imported.changed,
        "same": imported.same,
        "refused": imported.refused,
        "problems": _problems_json(imported.problems),
        "remarks": _problems_json(imported.remarks),
        "skipped": [{"first": rows.first, "last": rows.last, "why": rows.why} for rows in imported.skipped],
        "unused": list(imported.unused),
    }


def _problems_json(problems: Iterable[RowProblem]) -> list[Json]:
    return [
        {"row": p.row, "column": p.column, "value": p.value, "code": p.code, "message": p.message} for p in problems
    ]


def check_json(results: Sequence[CheckResult]) -> Json:
    """What was checked."""
    return {
        "ok": all(result.ok for result in results),
        "checks": [{"name": r.name, "ok": r.ok, "detail": r.detail} for r in results],
    }
