"""Reading a row of the table for ending many disputes (读取一行办结): the order that it means."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from typing_extensions import override

from gridapp.cases.dispute.end_many import Ending
from gridapp.cases.order import Order
from gridapp.cases.permission import why_not
from gridapp.cases.taken import taken
from gridapp.domain.dispute import AgreementForm, Dispute, Outcome
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.ports import Entered
from ui.batch.case_grid_page import CaseReader
from ui.batch.columns import Row
from ui.batch.row_reader import UNREADABLE_MOMENT, Read, unreadable, written_moment
from ui.mediation.spot.ending_columns import ENDING_COLUMNS
from ui.mediation.spot.settled_columns import YES

MOVES: Mapping[str, Move] = {
    Outcome.SUCCEEDED: Move.AGREE,
    Outcome.FAILED: Move.FAIL,
    Outcome.WITHDRAWN: Move.WITHDRAW,
    Outcome.TRANSFERRED: Move.TRANSFER,
}
"""The move by which a dispute comes to an end."""

_ASKED: Mapping[str, frozenset[str]] = {
    Outcome.SUCCEEDED: frozenset({"form", "at_once", "result"}),
    Outcome.FAILED: frozenset({"reason", "result"}),
    Outcome.WITHDRAWN: frozenset({"reason"}),
    Outcome.TRANSFERRED: frozenset({"reason", "unit"}),
}
"""What each end asks for, besides its moment."""

_COLUMN_OF = {"ground": "reason", "at": "ended_at", "evidence": "at_once"}


@dataclass(frozen=True, slots=True)
class RowEnding:
    """The dispute of a row, and the order that ends it, where the row says one."""

    dispute: Dispute | None
    order: Order | None

    @property
    def ending(self) -> Ending:
        """What is to be saved; only of a row without problems."""
        if self.dispute is None or self.order is None:
            raise ValueError(self)
        return Ending(self.dispute.id, self.dispute.version, self.order)


class EndingReader(CaseReader[Dispute, RowEnding]):
    """A row is one end of a dispute on file."""

    @override
    def read(self, row: Row, late_reason: str) -> Read[RowEnding]:
        said = self.columns.said(row)
        dispute, move = self.cases.get(said["number"]), MOVES.get(said["outcome"])
        at = written_moment(said["ended_at"], self.desk.today, Kind.DISPUTE)
        problems = [*unreadable(said, {"ended_at": at}, {"ended_at": UNREADABLE_MOMENT}), *_wrong_words(said)]
        if dispute is None:
            problems.append(Problem("outcome", "gone", "这件纠纷已经不在表中，请刷新（F5）后再试。"))
        if move is None:
            return Read(RowEnding(dispute, None), problems)
        form = said["form"] or self.columns.meant(row, self.columns.places["form"])
        at_once = said["at_once"] or self.columns.meant(row, self.columns.places["at_once"])
        order = Order(
            move=move,
            at=at,
            form=form if move is Move.AGREE else "",
            at_once=move is Move.AGREE and at_once == YES,
            result=said["result"],
            ground=said["reason"] if move is Move.FAIL else "",
            reason=said["reason"] if move in (Move.WITHDRAW, Move.TRANSFER) else "",
            unit=said["unit"],
        )
        return Read(RowEnding(dispute, order), problems)

    @override
    def problems_of(self, entry: RowEnding) -> Sequence[Problem]:
        if entry.dispute is None or entry.order is None:
            return ()
        desk = self.desk
        try:
            taken(entry.dispute, entry.order, desk.deadlines, desk.actor.name, desk.now)
        except Unacceptable as refusal:
            return [_in_column(problem) for problem in refusal.problems]
        except Refusal as refusal:
            return [Problem("outcome", "unlawful", _of_this_row(str(refusal), entry.dispute))]
        return ()

    @override
    def entered(self, entry: RowEnding) -> Entered | None:
        return None

    def hint(self, dispute: Dispute) -> str:
        """What stands against ending a dispute as it is, in one sentence; nothing where any end is open."""
        refused = {m: why for m in MOVES.values() if (why := why_not(dispute, m, self.desk.now, self.desk.deadlines))}
        open_ends = [outcome for outcome, move in MOVES.items() if move not in refused]
        if refused and open_ends:
            return f"现在是“{dispute.status.label}”，只能{'、'.join(open_ends)}"
        if refused and dispute.closed is not None:
            return f"已经办结：{dispute.status.label}"
        return _of_this_row(next(iter(refused.values()), ""), dispute)


def _of_this_row(sentence: str, dispute: Dispute) -> str:
    """A sentence about a dispute whose number stands in the row already."""
    return sentence.removeprefix(dispute.number).strip()


def _in_column(problem: Problem) -> Problem:
    field = _COLUMN_OF.get(problem.field, problem.field)
    return Problem(field if field in ENDING_COLUMNS.places else "outcome", problem.code, problem.message)


def _wrong_words(said: Mapping[str, str]) -> Iterator[Problem]:
    outcome = said["outcome"]
    if not outcome:
        yield Problem("outcome", "required", "请选择结果。")
    elif outcome not in MOVES:
        yield Problem("outcome", "unknown", f"结果只能是{'、'.join(MOVES)}，写的是“{outcome}”。")
    for field in ("form", "at_once", "result", "reason", "unit"):
        if outcome in _ASKED and said[field] and field not in _ASKED[outcome]:
            yield Problem(field, "unasked", f"{outcome}的不填这一栏，请清空。")
    if said["form"] and said["form"] not in (AgreementForm.ORAL, AgreementForm.WRITTEN):
        yield Problem("form", "unknown", f"协议形式只能是口头或书面，写的是“{said['form']}”。")
