"""Reading a row of the table for re-checking many hazards (读取一行复查): the order that it means."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from typing_extensions import override

from gridapp.cases.order import Order
from gridapp.cases.permission import why_not
from gridapp.cases.take_many import Taking
from gridapp.cases.taken import taken
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.striking_off import NEEDS_RECHECK
from gridapp.ports import Entered
from ui.batch.case_grid_page import CaseReader
from ui.batch.columns import Row
from ui.batch.row_reader import UNREADABLE_MOMENT, Read, unreadable, written_moment
from ui.cases.moment_text import read_moment
from ui.safety.desk.hazard_reader import names_in
from ui.safety.desk.recheck_columns import NO, RECHECK_COLUMNS, YES

_COLUMN_OF = {"at": "rechecked_at"}
_GONE = "这条隐患已经不在表中，请刷新（F5）后再试。"


@dataclass(frozen=True, slots=True)
class RowRecheck:
    """The hazard of a row, and the order that re-checks it, where the row says one."""

    hazard: Hazard | None
    order: Order | None

    @property
    def taking(self) -> Taking:
        """What is to be saved; only of a row without problems."""
        if self.hazard is None or self.order is None:
            raise ValueError(self)
        return Taking(self.hazard.id, self.hazard.version, self.order)


class RecheckReader(CaseReader[Hazard, RowRecheck]):
    """A row is one re-check; a passed one strikes off where it says so."""

    @override
    def read(self, row: Row, late_reason: str) -> Read[RowRecheck]:
        said = self.columns.said(row)
        hazard = self.cases.get(said["number"])
        at = written_moment(said["rechecked_at"], self.desk.today, Kind.HAZARD)
        until = self._limit(said["until"])
        known = {"rechecked_at": at, "until": until}
        problems = [*unreadable(said, known, dict.fromkeys(known, UNREADABLE_MOMENT)), *_wrong_words(said)]
        if hazard is None:
            problems.append(Problem("recheck_result", "gone", _GONE))
        if said["recheck_result"] not in tuple(RecheckResult):
            return Read(RowRecheck(hazard, None), problems)
        order = Order(
            move=Move.RECHECK,
            at=at,
            inspectors=names_in(said["inspectors"]),
            recheck_result=said["recheck_result"],
            record=said["record"],
            evidence=said["evidence"],
            strike_off=said["strike_off"] == YES,
            until=until,
        )
        return Read(RowRecheck(hazard, order), problems)

    @override
    def problems_of(self, entry: RowRecheck) -> Sequence[Problem]:
        hazard, desk = entry.hazard, self.desk
        if hazard is None or entry.order is None:
            return ()
        try:
            taken(hazard, entry.order, desk.deadlines, desk.actor.name, desk.now)
        except Unacceptable as refusal:
            return [_in_column(problem) for problem in refusal.problems]
        except Refusal as refusal:
            return [Problem("recheck_result", "unlawful", str(refusal).removeprefix(hazard.number).strip())]
        return ()

    @override
    def entered(self, entry: RowRecheck) -> Entered | None:
        return None

    def hint(self, hazard: Hazard) -> str:
        """What stands against re-checking a hazard as it is, in one sentence."""
        refusal = why_not(hazard, Move.RECHECK, self.desk.now, self.desk.deadlines) or ""
        return refusal.removeprefix(hazard.number).strip()

    def _limit(self, said: str) -> datetime | None:
        try:
            return read_moment(said, self.desk.today, is_limit=True)
        except ValueError:
            return None


def _in_column(problem: Problem) -> Problem:
    field = _COLUMN_OF.get(problem.field, problem.field)
    return Problem(field if field in RECHECK_COLUMNS.places else "recheck_result", problem.code, problem.message)


def _wrong_words(said: Mapping[str, str]) -> Iterator[Problem]:
    result, strike_off = said["recheck_result"], said["strike_off"]
    if not result and strike_off == YES:
        yield Problem("strike_off", "recheck", NEEDS_RECHECK)
    elif not result:
        yield Problem("recheck_result", "required", "请选择复查结果。")
    elif result not in tuple(RecheckResult):
        yield Problem("recheck_result", "unknown", f"复查结果只能是{'、'.join(RecheckResult)}，写的是“{result}”。")
    if strike_off not in ("", YES, NO):
        yield Problem("strike_off", "unknown", f"应填{YES}或{NO}，写的是“{strike_off}”。")
