"""Writes the ledgers, staff and units: python -m gridapp.demonstration.ledgers.generate [FOLDER]."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path

from gridapp.demonstration.ledgers import gaohu, shuitou
from gridapp.demonstration.ledgers.town import Town
from gridapp.demonstration.ledgers.workbook import Ledger, write

_KIND_NAMES = {
    "event": "网格事件",
    "dispute": "矛盾纠纷排查调处",
    "petition": "信访事项",
    "hazard": "安全隐患排查整改",
    "inspection": "安全检查",
    "notice": "整改文书",
    "enforcement": "执法处置",
    "person": "重点人员排摸",
    "worklog": "重点工作日志",
}
_OFFICE_OF_KIND = {
    "event": "综合信息指挥室",
    "dispute": "综治办",
    "petition": "信访办",
    "person": "民政办",
    "worklog": "党政办",
}


def generate(folder: Path) -> None:
    """Write every file of the demonstration office that this script owns into the folder."""
    towns = [(module, module.town(), name) for module, name in ((gaohu, "gaohu"), (shuitou, "shuitou"))]
    for module, town, name in towns:
        (folder / name).mkdir(parents=True, exist_ok=True)
        for kind, rows in module.ledgers(town).items():
            unit = town.unit(_OFFICE_OF_KIND.get(kind, "安监所"))
            title = f"{town.name}{_period_words(town)}{_KIND_NAMES[kind]}台账（演示数据）"
            write(Ledger(kind, title, unit, town.last, rows), folder / name / f"{kind}.xlsx")
    _write_csv(
        folder / "staff.csv",
        ("town", "name", "role", "unit", "village"),
        (
            (town.name, worker.name, worker.role, worker.unit, worker.village)
            for _, town, _ in towns
            for worker in town.staff
        ),
    )
    _write_csv(
        folder / "units.csv",
        ("town", "name", "kind"),
        ((town.name, unit, kind) for _, town, _ in towns for unit, kind in town.units()),
    )


def _period_words(town: Town) -> str:
    if (town.last.month, town.last.day) == (6, 30):
        return f"{town.last.year}年上半年"
    return f"{town.last.year}年（截至{town.last.month}月{town.last.day}日）"


def _write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(headings)
        writer.writerows(rows)


if __name__ == "__main__":
    generate(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(str(files("resources") / "demonstration")))
