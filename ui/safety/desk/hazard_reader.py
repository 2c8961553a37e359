"""Reading a row of the grid for many hazards (读取一行隐患)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from typing_extensions import override

from gridapp.cases.hazard.ends_told import ends_told
from gridapp.cases.hazard.finding import Finding
from gridapp.cases.hazard.record_many import HazardLine, problems_of_line
from gridapp.domain.hazard import CountingUnit
from gridapp.domain.hazard_words import LEVELS
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Problem
from gridapp.domain.recheck import RecheckResult
from gridapp.ports import Entered
from ui.batch.columns import Row
from ui.batch.leaf_words import leaf_meant
from ui.batch.row_reader import UNKNOWN_VILLAGE, UNREADABLE_MOMENT, Read, RowReader, unreadable, written_moment
from ui.cases.moment_text import read_moment

_SENTENCES = {
    "category": "“{}”不在隐患类别中，请从清单中选。",
    "village": UNKNOWN_VILLAGE,
    "reported_at": UNREADABLE_MOMENT,
    "due_at": UNREADABLE_MOMENT,
    "rechecked_at": UNREADABLE_MOMENT,
    "closed_at": UNREADABLE_MOMENT,
}
_LISTS: Mapping[str, Sequence[str]] = {
    "level": LEVELS,
    "counting_unit": tuple(CountingUnit),
    "recheck_result": tuple(RecheckResult),
}
_BETWEEN = re.compile(r"[、，,；;\s]+")


class HazardReader(RowReader[HazardLine]):
    """A row is a hazard; with its re-check, and the day on which it was struck off, it is taken so far at once."""

    @override
    def read(self, row: Row, late_reason: str) -> Read[HazardLine]:
        said = {column.field: row[n] or self.columns.meant(row, n) for n, column in enumerate(self.columns)}
        leaf, village = leaf_meant(said["category"]), self.offers.village(said["village"])
        moments = {name: self._moment(said[name]) for name in ("reported_at", "rechecked_at", "closed_at")}
        due_at = self._limit(said["due_at"])
        wrong_words = list(_wrong_words(said))
        result = "" if any(problem.field == "recheck_result" for problem in wrong_words) else said["recheck_result"]
        recheck, struck_off = ends_told(
            **moments,
            result=result,
            recheckers=names_in(said["recheckers"]),
            record=said["record"],
            evidence=said["evidence"],
        )
        finding = Finding(
            title=" ".join(said["title"].split()),
            category=leaf.code if leaf else None,
            level=said["level"],
            counting_unit=said["counting_unit"],
            spot=said["spot"],
            requirement=said["requirement"],
            handler=said["handler"],
            chief=said["chief"],
            due_at=due_at,
            note=said["note"],
        )
        line = HazardLine(
            finding=finding,
            town=self.offers.town,
            place_name=said["place_name"],
            place_type=said["place_type"],
            village=village,
            campaign=said["campaign"],
            reported_at=moments["reported_at"],
            inspectors=names_in(said["inspectors"]),
            notice_number=said["notice_number"],
            recheck=recheck,
            struck_off=struck_off,
            late_reason=late_reason,
        )
        known = {"category": leaf, "village": village, "due_at": due_at, **moments}
        return Read(line, [*unreadable(said, known, _SENTENCES), *wrong_words])

    @override
    def problems_of(self, entry: HazardLine) -> Sequence[Problem]:
        desk = self.desk
        return problems_of_line(entry, desk.areas, desk.deadlines, desk.now)

    @override
    def entered(self, entry: HazardLine) -> Entered | None:
        return None

    def _moment(self, said: str) -> datetime | None:
        return written_moment(said, self.desk.today, Kind.HAZARD)

    def _limit(self, said: str) -> datetime | None:
        try:
            return read_moment(said, self.desk.today, is_limit=True)
        except ValueError:
            return None


def names_in(said: str) -> tuple[str, ...]:
    """The names that a cell holds, whatever stands between them."""
    return tuple(name for name in _BETWEEN.split(said) if name)


def _wrong_words(said: Mapping[str, str]) -> Iterator[Problem]:
    for field, words in _LISTS.items():
        if said[field] and said[field] not in words:
            yield Problem(field, "unknown", f"应填{'、'.join(words)}，写的是“{said[field]}”。")
