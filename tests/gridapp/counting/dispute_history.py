"""Random histories of disputes: what happens, happens in the program and in the independent model at once."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count as counter
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from gridapp.cases import handle, merging
from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.on_the_spot import Settled, settle
from gridapp.cases.dispute.record import amend, draft_of, record
from gridapp.cases.order import Order
from gridapp.counting.words import Words
from gridapp.domain.area import Area, AreaKind
from gridapp.domain.case import Closing
from gridapp.domain.course import lawful
from gridapp.domain.dispute import AgreementForm, Dispute, Mode, Outcome
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import CourtReception, CourtRuling, Harm, SessionResult, Term
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office, Save
from tests.gridapp.bare_cases import dispute as bare_dispute
from tests.gridapp.cases.dispute.courses import order_for
from tests.gridapp.counting.dispute_facts import End, Matter
from tests.offices import ACTOR, DEADLINES, TWO_PARTIES, at

CATEGORIES = ("ZZ0102", "ZZ0105", "ZZ0107", "ZZ0111")
LEVELS = ("", "一般", "重大", "特别重大")
PEOPLE = (None, 3, 49, 50, 120, 600)
_TOWNS = counter(1)
DOINGS = (
    *("record", "record", "settle", "ledger"),
    *("move",) * 18,
    *("end",) * 6,
    *("follow",) * 10,
    *("court", "court", "reject", "reject"),
    *("reopen", "place", "sort", "weigh", "void", "restore", "restore", "merge"),
)
"""What may happen, the more often the more there is to see of it."""

_HARMS = {
    Harm.CRIME: ("prevented_crimes", "prevented_crime_people"),
    Harm.SUICIDE: ("prevented_suicides", "prevented_suicide_people"),
    Harm.BRAWL: ("prevented_brawls", "prevented_brawl_people"),
    Harm.GROUP_PETITION: ("prevented_group_petitions", "prevented_group_petition_people"),
}
_OUTCOMES = {Move.AGREE: "调解成功", Move.FAIL: "调解不成", Move.WITHDRAW: "撤回", Move.TRANSFER: "转送"}


@dataclass(frozen=True)
class Step:
    """One thing that happens: what, to which dispute, with two numbers that say how."""

    what: str
    which: int
    a: int
    b: int


def steps(most: int) -> st.SearchStrategy[list[Step]]:
    """Histories of at most so many steps."""
    one = st.builds(Step, st.sampled_from(DOINGS), st.integers(0, 9), st.integers(0, 10_000), st.integers(0, 20))
    return st.lists(one, min_size=5, max_size=most)


class DisputeHistory:
    """A town of its own in which disputes take their courses."""

    def __init__(self, office: Office) -> None:
        self.office, self.now = office, at(2017, 1, 10, 8)
        self.town = f"98{next(_TOWNS):07}"
        self.villages = [f"{self.town}-{n:02}" for n in range(1, 4)]
        town = Area(code=self.town, kind=AreaKind.TOWN, parent=None, name=self.town)
        below = [Area(code=v, kind=AreaKind.VILLAGE, parent=self.town, name=v) for v in self.villages]
        office.registers.add_areas([town, *below])
        self.areas = office.registers.areas()
        self.words = Words(self.areas, vocabulary())
        self.known: dict[UUID, Matter] = {}

    @property
    def matters(self) -> list[Matter]:
        """What the model knows."""
        return list(self.known.values())

    def clock(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def live(self, doings: Sequence[Step], after_each: Callable[[], None] = lambda: None) -> "DisputeHistory":
        """Lets things happen, one after the other, until the second year is nearly over."""
        for step in doings:
            if self.now < at(2018, 11, 20):
                self.take(step)
                after_each()
        return self

    def take(self, step: Step) -> None:
        """Lets one thing happen, if the program does not refuse it."""
        self.now += timedelta(days=step.b, hours=step.a % 5)
        with suppress(Refusal):
            if step.what in _NEW:
                getattr(self, f"_{step.what}")(step)
            elif self.known:
                case = self.office.cases.load(list(self.known)[-1 - step.which % len(self.known)])
                assert isinstance(case, Dispute)
                getattr(self, f"_{step.what}")(case, self.known[case.id], step)

    def _draft(self, step: Step, reported: datetime) -> DisputeDraft:
        words = dispute_words()
        return DisputeDraft(
            town=self.town,
            title="演示：随机经历",
            category=CATEGORIES[step.a % 4],
            village=self.villages[step.which % 3],
            reported_at=reported,
            late_reason="演示：补录",
            source=words.sources[step.a % 2],
            level=LEVELS[step.a % 7 % 4],
            people=PEOPLE[step.a % 6],
            amount=Decimal(step.a % 900) if step.a % 3 else None,
            mode=list(Mode)[step.a % 4],
            committee=("", *words.committees)[step.which % 7],
            difficult=step.a % 5 == 0,
            unit="演示调委会",
            handler=f"演示调解员{step.which % 3}",
            parties=TWO_PARTIES,
        )

    def _matter(self, draft: DisputeDraft, found: datetime) -> Matter:
        return Matter(
            village=draft.village or "",
            category=draft.category or "",
            found=found,
            mode=draft.mode or None,
            source=draft.source or None,
            handler=draft.handler or None,
            committee=draft.committee or None,
            level=draft.level or None,
            people=draft.people,
            amount=draft.amount,
            types=_types_of(draft.category or ""),
            difficult=draft.difficult,
        )

    def _record(self, step: Step) -> None:
        found = self.now - timedelta(days=step.a % 40, hours=step.which)
        draft = self._draft(step, found)
        case = record(self.office.cases, self.areas, DEADLINES, draft, ACTOR, self.clock)
        self.known[case.id] = self._matter(draft, found)

    def _settle(self, step: Step) -> None:
        found = self.now - timedelta(days=step.a % 40)
        draft = replace(self._draft(step, found), level="一般", difficult=False)
        line = Settled(draft=draft, result="演示：和好", performed=step.a % 2 == 0)
        case = settle(self.office.cases, self.areas, DEADLINES, [line], ACTOR, self.clock)[0]
        matter = self.known[case.id] = self._matter(draft, found)
        matter.limits.append((found, case.due_at))
        matter.ends.append(End(found, "调解成功", "口头", case.due_at))
        matter.happened.append((found, "sessions", Decimal(1)))
        matter.performance.append((found, "performed" if line.performed else ""))

    def _ledger(self, step: Step) -> None:
        """A dispute that a ledger knows: ended, without a step."""
        found = self.now - timedelta(days=60 + step.a % 40)
        ended, due = found + timedelta(days=step.a % 50), end_of(day_of(found + timedelta(days=30)))
        outcome = list(Outcome)[step.a % 4]
        form = AgreementForm.ORAL if outcome is Outcome.SUCCEEDED else AgreementForm.NONE
        revisited = ended + timedelta(days=3) if step.a % 2 else None
        case = bare_dispute(
            reported=found,
            town=self.town,
            village=self.villages[0],
            category="ZZ0102",
            due_at=due,
            status=outcome.status,
            revisited_at=revisited,
            closings=(Closing(closed_at=ended, due_at=due, outcome=outcome, form=form),),
        )
        with self.office.cases.transaction() as writer:
            writer.save([Save(None, case, "导入")], ACTOR, self.now)
        matter = Matter(
            village=self.villages[0],
            category="ZZ0102",
            found=found,
            mode=None,
            source=None,
            handler=None,
            committee=None,
            level=None,
            people=None,
            amount=None,
            types=(None, None, None),
            difficult=False,
            limits=[(found, due)],
            ends=[End(ended, outcome, form, due)],
        )
        if revisited:
            matter.happened.append((revisited, "revisited", Decimal(1)))
        self.known[case.id] = matter

    def _place(self, case: Dispute, matter: Matter, step: Step) -> None:
        village = self.villages[step.a % 3]
        self._amend(case, matter, village=village)
        matter.village = village

    def _sort(self, case: Dispute, matter: Matter, step: Step) -> None:
        words = dispute_words()
        category = CATEGORIES[step.a % 4]
        types = (
            words.mediation_types[step.a % 18],
            words.monthly_types[step.a % 19],
            words.campaign_columns[step.a % 8],
        )
        mediation, monthly, column = types
        self._amend(
            case, matter, category=category, mediation_type=mediation, monthly_type=monthly, campaign_column=column
        )
        matter.category, matter.types = category, types

    def _weigh(self, case: Dispute, matter: Matter, step: Step) -> None:
        level, people, difficult = LEVELS[step.a % 4], PEOPLE[step.a % 6], step.a % 2 == 0
        self._amend(case, matter, level=level, people=people, difficult=difficult)
        matter.level, matter.people, matter.difficult = level or None, people, difficult

    def _amend(self, case: Dispute, matter: Matter, **changes: Any) -> None:
        """Saves the form again; types that nobody chose are then those of the leaf."""
        draft = replace(draft_of(case), reason="演示：更正", **changes)
        amend(self.office.cases, self.areas, DEADLINES, case.id, case.version, draft, ACTOR, self.clock)
        mediation, monthly, column = matter.types
        of_leaf = _types_of(matter.category)
        matter.types = (mediation or of_leaf[0], monthly or of_leaf[1], column or of_leaf[2])

    def _void(self, case: Dispute, matter: Matter, _: Step) -> None:
        handle.void(self.office.cases, case.id, case.version, "录错", DEADLINES, ACTOR, self.clock)
        matter.gone = (self.now, "void")

    def _restore(self, _: Dispute, __: Matter, step: Step) -> None:
        gone = [case_id for case_id, matter in self.known.items() if matter.gone]
        for case_id in gone[step.which % (len(gone) or 1) :][:1]:
            version = self.office.cases.load(case_id).version
            handle.restore(self.office.cases, case_id, version, "恢复", DEADLINES, ACTOR, self.clock)
            self.known[case_id].gone = None

    def _merge(self, case: Dispute, matter: Matter, step: Step) -> None:
        into = sorted(self.known)[step.a % len(self.known)]
        merging.merge(self.office.cases, case.id, case.version, into, "重复", DEADLINES, ACTOR, self.clock)
        matter.gone = (self.now, "merge")

    def _reopen(self, case: Dispute, matter: Matter, step: Step) -> None:
        self._make(case, matter, Move.REOPEN, step)

    def _follow(self, case: Dispute, matter: Matter, step: Step) -> None:
        """One of the things that come after an agreement, or beside any course."""
        self._make_first(case, matter, _FOLLOWING, step)

    def _court(self, case: Dispute, matter: Matter, step: Step) -> None:
        """The parties agree in writing and go to court, as far as that is lawful."""
        if case.status is Status.REPORTED:
            case = self._make(case, matter, Move.ACCEPT, step)
        if case.closed is None:
            case = self._make(case, matter, Move.AGREE, replace(step, a=step.a * 10))
        for move in (Move.APPLY_CONFIRMATION, Move.COURT_RECEIVES, Move.COURT_RULES):
            case = self._make(case, matter, move, step)

    def _reject(self, case: Dispute, matter: Matter, step: Step) -> None:
        self._make(case, matter, Move.REJECT, step)

    def _end(self, case: Dispute, matter: Matter, step: Step) -> None:
        """Whatever it takes to end a dispute in one of the four ways."""
        if case.status is Status.REPORTED:
            case = self._make(case, matter, Move.ACCEPT, step)
        self._make(case, matter, _ENDS[step.a // 7 % len(_ENDS)], step)

    def _move(self, case: Dispute, matter: Matter, step: Step) -> None:
        """Any move that is lawful now: the first that is, from any place in the table on; few are filed away."""
        moves = [move for move in lawful(Kind.DISPUTE, case.status) if move is not Move.ARCHIVE or step.b % 4 == 0]
        self._make_first(case, matter, moves, step)

    def _make_first(self, case: Dispute, matter: Matter, moves: Sequence[Move], step: Step) -> None:
        for place in range(len(moves)):
            with suppress(Refusal):
                self._make(case, matter, moves[(step.a + place) % len(moves)], step)
                return

    def _make(self, case: Dispute, matter: Matter, move: Move, step: Step) -> Dispute:
        back = timedelta(days=step.a % 4 * (step.which % 2))
        order = order_for(case, move, self.now - back, **_particulars(case, move, step))
        after = handle.take(self.office.cases, case.id, case.version, order, DEADLINES, ACTOR, self.clock)
        assert isinstance(after, Dispute)
        _learn(matter, order, after)
        return after


_ENDS = (Move.AGREE, Move.AGREE, Move.AGREE, Move.FAIL, Move.WITHDRAW, Move.TRANSFER)
_FOLLOWING = (Move.BREACH, Move.PERFORM, Move.REVISIT, Move.MEDIATE)
_NEW = frozenset({"record", "settle", "ledger"})


def _types_of(category: str) -> tuple[str | None, str | None, str | None]:
    leaf = vocabulary().leaf(category)
    assert leaf is not None
    return leaf.mediation_type, leaf.monthly_type, leaf.campaign_column


def _particulars(case: Dispute, move: Move, step: Step) -> Mapping[str, object]:
    a, now = step.a, case.last_moment
    if move is Move.MEDIATE:
        return {"session_result": list(SessionResult)[a % 4]}
    if move is Move.HAND_OVER:
        return {"mode": list(Mode)[a % 4], "handler": f"演示调解员{a % 3}"}
    if move is Move.AGREE:
        later = end_of(day_of(now) + timedelta(days=200))
        terms = tuple(Term(agreement=0, what="演示：支付", amount=Decimal(100 + n), due_at=later) for n in range(a % 3))
        return {"form": ("书面", "口头")[a % 2], "terms": terms, "at_once": a % 5 < 2, "number": ""}
    if move is Move.PERFORM and case.terms and a % 2:
        return {"term": a % len(case.terms) + 1}
    if move is Move.COURT_RECEIVES:
        return {"reception": list(CourtReception)[a % 3 // 2]}
    if move is Move.COURT_RULES:
        return {"ruling": list(CourtRuling)[a % 3]}
    if move is Move.RECORD_PREVENTION:
        return {"harm": list(Harm)[a % 4], "people": a % 9 + 1}
    if move is Move.ACCEPT:
        return {"handler": f"演示调解员{a % 3}", "chief": "演示首席"}
    return {"chief": "演示首席"}


def _learn(matter: Matter, order: Order, after: Dispute) -> None:
    """What the model makes of a move that the program has made; of the program's answer it takes the limit alone."""
    move, when = order.move, order.at
    assert when is not None
    if move is Move.REJECT:
        matter.rejected = when
    elif move is Move.RECONSIDER:
        matter.rejected = None
    elif move is Move.ACCEPT:
        matter.handler = order.handler
        matter.limits.append((when, after.due_at))
    elif move is Move.EXTEND:
        matter.limits.append((when, order.until))
    elif move is Move.HAND_OVER:
        matter.mode, matter.handler, matter.committee = order.mode, order.handler, None
    elif move is Move.MEDIATE and order.session_result != "当事人未到场":
        matter.happened.append((when, "sessions", Decimal(1)))
    elif move in _OUTCOMES:
        _end_of(matter, order, when)
    elif move is Move.REOPEN:
        matter.ends[-1].undone = when
        matter.performance.append((when, ""))
        matter.open_terms = set()
        matter.limits.append((when, after.due_at))
    elif move is Move.PERFORM:
        matter.open_terms -= matter.open_terms if order.term is None else {order.term}
        matter.performance.append((when, "" if matter.open_terms else "performed"))
    elif move is Move.BREACH:
        matter.performance.append((when, "unperformed"))
    elif move is Move.REVISIT:
        matter.happened.append((when, "revisited", Decimal(1)))
    elif move is Move.APPLY_CONFIRMATION:
        matter.happened.append((when, "confirmations_applied", Decimal(1)))
    elif move is Move.COURT_RULES and order.ruling == "确认有效":
        matter.happened.append((when, "confirmed", Decimal(1)))
    elif move is Move.RECORD_PREVENTION:
        cases, people = _HARMS[Harm(order.harm)]
        matter.happened += [(when, cases, Decimal(1)), (when, people, Decimal(order.people or 0))]


def _end_of(matter: Matter, order: Order, when: datetime) -> None:
    due = matter.limits[-1][1] if matter.limits else None
    end = End(when, _OUTCOMES[order.move], order.form or "无", due)
    if order.move is Move.AGREE:
        end.agreed = sum((term.amount or Decimal(0) for term in order.terms), Decimal(0))
        first = matter.terms + 1
        matter.terms += len(order.terms)
        matter.open_terms = set() if order.at_once else set(range(first, matter.terms + 1))
        matter.performance.append((when, "performed" if order.at_once else ""))
    matter.ends.append(end)
