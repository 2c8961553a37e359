"""Random histories of petitions: what happens, happens in the program and in the independent model at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from typing_extensions import override

from gridapp.cases.order import Order
from gridapp.cases.petition.draft import PetitionDraft
from gridapp.cases.petition.record import amend, draft_of, record
from gridapp.domain.case import Case, Closing
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.move import Move, Need
from gridapp.domain.petition import Channel, Disposition, Petition, PetitionPurpose
from gridapp.domain.petition_course import PETITION_COURSE
from gridapp.domain.petition_words import petition_words
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import petition as bare_petition
from tests.gridapp.counting.charge_facts import Charge
from tests.gridapp.counting.evenings import End, Span, over
from tests.gridapp.counting.history import History, Step
from tests.gridapp.counting.petition_facts import Plea
from tests.offices import DEADLINES, at

CATEGORIES = ("ZZ0201", "ZZ0202", "ZZ0203")
HEADS = (1, 2, 5, 12)
THRESHOLD = 5
LEADERS = ("演示书记", "演示镇长")
DOINGS = (
    *("record", "record", "promptly", "promptly", "ledger"),
    *("move",) * 14,
    *("end",) * 8,
    *("answered",) * 8,
    *("charge",) * 5,
    *("review",) * 4,
    *("reply",) * 3,
    *("reopen", "reopen", "change", "change", "void", "restore", "merge", "merge", "undo", "undo"),
)
"""What may happen, the more often the more there is to see of it."""

_ANSWERS: Mapping[Need, object] = {
    Need.REASON: "演示：原因",
    Need.RESULT: "演示：已办",
    Need.EVIDENCE: "演示：承诺书",
    Need.OPINION: "演示：意见",
    Need.UNIT: "演示镇综治办",
    Need.HANDLER: "演示员乙",
    Need.APPROVER: "演示领导",
    Need.GRADE: "普通督办",
    Need.CHIEF: "演示首席",
    Need.PLACE: "演示：接待室",
    Need.INFORMED: "书面告知",
    Need.PRESENT: "演示甲",
    Need.RECORD: "演示：谈了一次",
    Need.PLAN: "演示：化解方案",
    Need.SERVICE: "直接送达",
}
_DECIDES: Mapping[Move, str] = {
    Move.ACCEPT: "受理",
    Move.ASSIGN: "交办",
    Move.TRANSFER: "转送",
    Move.GUIDE: "引导至政法机关",
    Move.REJECT: "不予受理",
    Move.NO_LONGER_ACCEPT: "不再受理",
    Move.ANSWER: "当场答复",
}
_FINISHES = frozenset({Move.ANSWER, Move.TRANSFER, Move.GUIDE, Move.REJECT, Move.NO_LONGER_ACCEPT, Move.CLOSE})
_FIRST = frozenset({Status.REPORTED, Status.REOPENED})
_RUNS = frozenset({Status.REPORTED, Status.REOPENED, Status.ACCEPTED, Status.PROCESSING})
_ASKS = {Move.ASK_REVIEW: "reviews_asked", Move.ASK_FINAL_REVIEW: "final_reviews_asked"}
_DECIDED = {Move.DECIDE_REVIEW: "reviews", Move.DECIDE_FINAL_REVIEW: "final_reviews"}


class PetitionHistory(History[Plea]):
    """A town to which people come and write."""

    kind = Kind.PETITION
    new = History.new | {"promptly"}

    def _record(self, step: Step) -> None:
        came = self.now - timedelta(days=step.a % 20, hours=step.which)
        channel = list(Channel)[step.a % 7]
        purpose = PetitionPurpose.ACCUSATION if step.a % 11 == 0 else list(PetitionPurpose)[step.a % 3 // 2 * 2]
        draft = PetitionDraft(
            town=self.town,
            channel=channel,
            reported_at=came,
            late_reason="演示：补录",
            petitioner="演示甲",
            heads=HEADS[step.a % 13 % 4],
            concerned=60 if step.a % 3 else None,
            purpose=purpose,
            category=CATEGORIES[step.a % 5 % 3],
            demand="演示：诉求",
            accused="演示单位" if purpose is PetitionPurpose.ACCUSATION else "",
            village=self.villages[step.which % 3],
            origin=petition_words().origins[step.a % 4] if channel is Channel.FROM_ABOVE or step.a % 5 == 0 else "",
            repeat=step.a % 3 == 0,
            reception=case_id_at(self.now) if step.a % 4 == 0 else None,
        )
        case = record(self.office.cases, self.areas, DEADLINES, THRESHOLD, draft, self.actor, self.clock)
        fact = Plea(
            village=draft.village,
            category=draft.category,
            channel=channel,
            heads=draft.heads or 1,
            concerned=draft.concerned,
            group=channel in ("来访", "来信") and (draft.heads or 1) >= THRESHOLD,
            repeat=draft.repeat,
            purpose=purpose,
            origin=draft.origin or None,
            at_reception=draft.reception is not None,
            came=came,
            spans=[Span(came, None, runs=True)],
        )
        self.came(case.id, fact)

    def _ledger(self, step: Step) -> None:
        """One that a ledger knows: finished, without a step."""
        came = self.now - timedelta(days=60 + step.a % 40)
        ended, due = came + timedelta(days=step.a % 50), end_of(day_of(came + timedelta(days=30)))
        disposition = list(Disposition)[step.a % 7]
        entered = came + timedelta(days=10) if step.a % 2 else None
        resolved = came + timedelta(days=40) if step.a % 4 == 1 else None
        case = bare_petition(
            reported=came,
            town=self.town,
            village=self.villages[0],
            category=CATEGORIES[2],
            source=Channel.VISIT,
            heads=2,
            group=False,
            due_at=due,
            disposition=disposition,
            leader=LEADERS[0],
            backlog_entered_at=entered,
            backlog_resolved_at=resolved,
            status=Status.CLOSED,
            closings=(Closing(closed_at=ended, due_at=due),),
        )
        fact = Plea(
            village=self.villages[0],
            category=CATEGORIES[2],
            channel="来访",
            heads=2,
            concerned=None,
            group=False,
            repeat=False,
            purpose=None,
            origin=None,
            at_reception=False,
            came=came,
            leader=LEADERS[0],
            disposition=disposition,
            spans=[Span(came, due, runs=True), Span(ended, due, runs=False)],
            ends=[End(ended, due)],
            decided=[(came, disposition)],
            backlog=(entered, resolved),
        )
        self.put(case, fact)

    def _change(self, case: Case, fact: Plea, step: Step) -> None:
        """The form is saved again with other people, another place, and what is confirmed of earlier visits."""
        assert isinstance(case, Petition)
        heads, village, repeat = HEADS[step.a % 4], self.villages[step.a % 3], step.a % 2 == 0
        origin = petition_words().origins[step.a % 4]
        draft = replace(
            draft_of(case),
            heads=heads,
            village=village,
            repeat=repeat,
            origin=origin,
            concerned=None,
            reason="演示：更正",
        )
        amend(
            self.office.cases,
            self.areas,
            DEADLINES,
            THRESHOLD,
            case.id,
            case.version,
            draft,
            self.actor,
            self.clock,
        )
        self.remember(case.id)
        fact.heads, fact.village, fact.repeat, fact.origin, fact.concerned = heads, village, repeat, origin, None
        fact.group = fact.channel in ("来访", "来信") and heads >= THRESHOLD

    def _end(self, case: Case, fact: Plea, step: Step) -> None:
        """Whatever it takes to answer a petition in one of the ways."""
        if case.status in _FIRST and step.a % 3 == 0:
            self.make_first(case, fact, tuple(_DECIDES), step)
            return
        if case.status in _FIRST:
            case = self.make(case, fact, Move.ACCEPT, step)
        for move in (Move.ISSUE_REPLY, Move.SERVE_REPLY):
            case = self.make(case, fact, move, step)

    def _reply(self, case: Case, fact: Plea, step: Step) -> None:
        """A reply to what was taken up longest ago."""
        for case_id, known in self.known.items():
            waiting = self.office.cases.load(case_id)
            if waiting.excluded is None and waiting.status in (Status.ACCEPTED, Status.FEEDBACK):
                self.make(waiting, known, Move.ISSUE_REPLY, step)
                return

    def _promptly(self, step: Step) -> None:
        """One that is registered and decided on the same day."""
        self._record(replace(step, a=step.a - step.a % 20, which=0))
        case_id, fact = list(self.known.items())[-1]
        self.make_first(self.office.cases.load(case_id), fact, tuple(_DECIDES), step)

    def _answered(self, case: Case, fact: Plea, step: Step) -> None:
        """One of the things that come after an answer."""
        self.make_first(case, fact, (Move.EVALUATE, Move.SETTLE, Move.EVALUATE, Move.CONCLUDE), step)

    def _review(self, case: Case, fact: Plea, step: Step) -> None:
        """The way through both reviews, as far as that is lawful."""
        for move in (Move.ASK_REVIEW, Move.DECIDE_REVIEW, Move.ASK_FINAL_REVIEW, Move.DECIDE_FINAL_REVIEW):
            case = self.make(case, fact, move, step)

    def _charge(self, case: Case, fact: Plea, step: Step) -> None:
        moves = (Move.TAKE_CHARGE, Move.END_CHARGE, Move.ENTER_BACKLOG, Move.RESOLVE_BACKLOG)
        self.make_first(case, fact, moves, step)

    @override
    def order(self, case: Case, move: Move, when: datetime, step: Step) -> Order:
        answers = {need.value: _ANSWERS[need] for need in PETITION_COURSE[move].needs if need in _ANSWERS}
        values: dict[str, Any] = {**answers, **self._particulars(case, move, when, step)}
        return Order(move=move, at=when, **values)

    def _particulars(self, case: Case, move: Move, when: datetime, step: Step) -> Mapping[str, object]:
        words = petition_words()
        limit = max(when, case.due_at or when)
        told: Mapping[Move, Mapping[str, object]] = {
            Move.ASSIGN: {"until": end_of(day_of(when) + timedelta(days=1 + step.a % 20))},
            Move.EXTEND_HANDLING: {"until": end_of(day_of(limit) + timedelta(days=1 + step.a % 9))},
            Move.NO_LONGER_ACCEPT: {"ground": words.refusals[step.a % 2]},
            Move.CONCLUDE: {"ground": words.conclusions[step.a % 3]},
            Move.ISSUE_REPLY: {"verdict": words.verdicts[step.a % 4]},
            Move.DECIDE_REVIEW: {"verdict": words.review_verdicts[step.a % 3]},
            Move.DECIDE_FINAL_REVIEW: {"verdict": words.review_verdicts[step.a % 3]},
            Move.EVALUATE: {
                "satisfaction": ("满意", "基本满意", "不满意", "未评价")[step.a % 4],
                "office_satisfaction": ("满意", "基本满意", "不满意", "未评价")[step.a % 7 % 4],
            },
            Move.TAKE_CHARGE: {"chief": LEADERS[step.a % 2], "until": at(2019, 6, 1)},
            Move.EXTEND_CHARGE: {"until": at(2019, 6, 1) + timedelta(days=step.a)},
        }
        return told.get(move, {})

    @override
    def learn(self, fact: Plea, order: Order, after: Case) -> None:
        assert isinstance(after, Petition)
        move, when = order.move, order.at
        assert when is not None
        step = after.steps[-1]
        due = step.due_at
        if move in _DECIDES:
            self._decided(fact, order, when, step.step_due_at)
        elif move is Move.OBJECT:
            fact.decided.append((when, None))
            fact.disposition = None
        elif move is Move.ISSUE_REPLY:
            late = due is not None and over(when, due)
            fact.happened.append((when, "replied_late" if late else "replied_on_time"))
        elif move is Move.EVALUATE:
            fact.graded.append((when, order.satisfaction, order.office_satisfaction))
        elif move in (Move.ENTER_BACKLOG, Move.RESOLVE_BACKLOG):
            entered, _ = fact.backlog
            fact.backlog = (when, None) if move is Move.ENTER_BACKLOG else (entered, when)
        elif move is Move.TAKE_CHARGE:
            fact.charges.append(Charge(order.chief, when))
            fact.leader = order.chief
        elif move is Move.END_CHARGE:
            fact.charges[-1].ended = when
        self._reviewed(fact, order, when)
        self._came_to_an_end(fact, order, when, due)
        fact.spans.append(Span(when, after.due_at, after.status in _RUNS))

    def _decided(self, fact: Plea, order: Order, when: datetime, due: datetime | None) -> None:
        """Of the program's answer the limit to decide is taken alone."""
        fact.decided.append((when, _DECIDES[order.move]))
        fact.disposition = _DECIDES[order.move]
        if due is not None:
            fact.happened.append((when, "informed_late" if over(when, due) else "informed_on_time"))

    def _reviewed(self, fact: Plea, order: Order, when: datetime) -> None:
        if order.move in _ASKS:
            fact.happened.append((when, _ASKS[order.move]))
        if order.move in _DECIDED:
            fact.happened.append((when, f"{_DECIDED[order.move]}_decided"))
            if order.verdict == "撤销原意见，重新处理":
                fact.happened.append((when, f"{_DECIDED[order.move]}_overruled"))

    def _came_to_an_end(self, fact: Plea, order: Order, when: datetime, due: datetime | None) -> None:
        move = order.move
        stopped = self._stopped_at(fact)
        if move in _FINISHES or move is Move.SERVE_REPLY:
            fact.ends.append(End(when, due, handled=stopped))
        elif move is Move.SETTLE:
            fact.ends[-1].settled = when
        elif move is Move.CONCLUDE:
            fact.ends[-1].concluded = when
        elif move is Move.REOPEN:
            fact.ends[-1].undone = when
            fact.decided.append((when, None))
            fact.graded.append((when, None, None))
            fact.disposition = None

    def _stopped_at(self, fact: Plea) -> datetime | None:
        """Since when the time for handling has stood still, if it does."""
        still: Sequence[Span] = []
        for span in fact.spans:
            still = [] if span.runs else [*still, span]
        return still[0].since if still else None
