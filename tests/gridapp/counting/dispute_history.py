"""Random histories of disputes: what happens, happens in the program and in the independent model at once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from typing_extensions import override

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.on_the_spot import Settled, settle
from gridapp.cases.dispute.record import amend, draft_of, record
from gridapp.cases.order import Order
from gridapp.domain.case import Case, Closing
from gridapp.domain.dispute import AgreementForm, Dispute, Mode, Outcome
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import CourtReception, CourtRuling, Harm, SessionResult, Term
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary
from tests.gridapp.bare_cases import dispute as bare_dispute
from tests.gridapp.cases.dispute.courses import order_for
from tests.gridapp.counting.charge_facts import Charge
from tests.gridapp.counting.dispute_facts import End, Matter
from tests.gridapp.counting.history import History, Step
from tests.offices import DEADLINES, TWO_PARTIES

CATEGORIES = ("ZZ0102", "ZZ0105", "ZZ0107", "ZZ0111")
LEVELS = ("", "一般", "重大", "特别重大")
PEOPLE = (None, 3, 49, 50, 120, 600)
DOINGS = (
    *("record", "record", "settle", "ledger"),
    *("move",) * 18,
    *("end",) * 6,
    *("follow",) * 10,
    *("court", "court", *("reject",) * 5),
    *("reopen", "place", "sort", "weigh", "void", "restore", "restore", "merge", "undo"),
)
"""What may happen, the more often the more there is to see of it."""

_HARMS = {
    Harm.CRIME: ("prevented_crimes", "prevented_crime_people"),
    Harm.SUICIDE: ("prevented_suicides", "prevented_suicide_people"),
    Harm.BRAWL: ("prevented_brawls", "prevented_brawl_people"),
    Harm.GROUP_PETITION: ("prevented_group_petitions", "prevented_group_petition_people"),
}
_OUTCOMES = {Move.AGREE: "调解成功", Move.FAIL: "调解不成", Move.WITHDRAW: "撤回", Move.TRANSFER: "转送"}


class DisputeHistory(History[Matter]):
    """A town of its own in which disputes take their courses."""

    kind = Kind.DISPUTE
    new = History.new | {"settle"}

    def _draft(self, step: Step, reported: datetime) -> DisputeDraft:
        words = dispute_words()
        return DisputeDraft(
            town=self.town,
            title="演示：随机经历",
            category=CATEGORIES[step.a % 4],
            village=self.villages[step.which % 3],
            reported_at=reported,
            late_reason="演示：补录",
            source=words.sources[step.a % 3],
            entrusted_by=words.entrusters[step.a % 5],
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
            entrusted=draft.entrusted_by if draft.source == "委托移送" else None,
            handler=draft.handler or None,
            committees=[(found, draft.committee or None)],
            body=draft.unit or None,
            level=draft.level or None,
            people=draft.people,
            amount=draft.amount,
            types=_types_of(draft.category or ""),
            difficult=draft.difficult,
        )

    def _record(self, step: Step) -> None:
        found = self.now - timedelta(days=step.a % 40, hours=step.which)
        draft = self._draft(step, found)
        case = record(self.office.cases, self.areas, DEADLINES, draft, self.actor, self.clock)
        self.came(case.id, self._matter(draft, found))

    def _settle(self, step: Step) -> None:
        found = self.now - timedelta(days=step.a % 40)
        draft = replace(self._draft(step, found), level="一般", difficult=False)
        line = Settled(draft=draft, result="演示：和好", performed=step.a % 2 == 0)
        case = settle(self.office.cases, self.areas, DEADLINES, [line], self.actor, self.clock)[0]
        matter = self._matter(draft, found)
        self.came(case.id, matter)
        matter.limits.append((found, case.due_at))
        matter.ends.append(End(found, "调解成功", "口头", case.due_at, body=matter.body))
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
        matter = Matter(
            village=self.villages[0],
            category="ZZ0102",
            found=found,
            mode=None,
            source=None,
            handler=None,
            committees=[(found, None)],
            body=None,
            level=None,
            people=None,
            amount=None,
            types=(None, None, None),
            difficult=False,
            limits=[(found, due)],
            parties=0,
            ends=[End(ended, outcome, form, due)],
        )
        if revisited:
            matter.happened.append((revisited, "revisited", Decimal(1)))
        self.put(case, matter)

    def _place(self, case: Case, matter: Matter, step: Step) -> None:
        village = self.villages[step.a % 3]
        self._amend(case, matter, village=village)
        matter.village = village

    def _sort(self, case: Case, matter: Matter, step: Step) -> None:
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

    def _weigh(self, case: Case, matter: Matter, step: Step) -> None:
        level, people, difficult = LEVELS[step.a % 4], PEOPLE[step.a % 6], step.a % 2 == 0
        self._amend(case, matter, level=level, people=people, difficult=difficult)
        matter.level, matter.people, matter.difficult = level or None, people, difficult

    def _amend(self, case: Case, matter: Matter, **changes: Any) -> None:
        """Saves the form again; types that nobody chose are then those of the leaf."""
        assert isinstance(case, Dispute)
        draft = replace(draft_of(case), reason="演示：更正", **changes)
        amend(self.office.cases, self.areas, DEADLINES, case.id, case.version, draft, self.actor, self.clock)
        self.remember(case.id)
        mediation, monthly, column = matter.types
        of_leaf = _types_of(matter.category)
        matter.types = (mediation or of_leaf[0], monthly or of_leaf[1], column or of_leaf[2])

    def _follow(self, case: Case, matter: Matter, step: Step) -> None:
        """One of the things that come after an agreement, or beside any course."""
        self.make_first(case, matter, _FOLLOWING, step)

    def _court(self, case: Case, matter: Matter, step: Step) -> None:
        """The parties agree in writing and go to court, as far as that is lawful."""
        if case.status is Status.REPORTED:
            case = self.make(case, matter, Move.ACCEPT, step)
        if case.closed is None:
            case = self.make(case, matter, Move.AGREE, replace(step, a=step.a * 10))
        for move in (Move.APPLY_CONFIRMATION, Move.COURT_RECEIVES, Move.COURT_RULES):
            case = self.make(case, matter, move, step)

    def _reject(self, case: Case, matter: Matter, step: Step) -> None:
        self.make(case, matter, Move.REJECT, step)

    def _end(self, case: Case, matter: Matter, step: Step) -> None:
        """Whatever it takes to end a dispute in one of the four ways."""
        if case.status is Status.REPORTED:
            case = self.make(case, matter, Move.ACCEPT, step)
        self.make(case, matter, _ENDS[step.a // 7 % len(_ENDS)], step)

    @override
    def order(self, case: Case, move: Move, when: datetime, step: Step) -> Order:
        assert isinstance(case, Dispute)
        return order_for(case, move, when, **_particulars(case, move, step))

    @override
    def learn(self, fact: Matter, order: Order, after: Case) -> None:
        assert isinstance(after, Dispute)
        _learn(fact, order, after)


_ENDS = (Move.AGREE, Move.AGREE, Move.AGREE, Move.FAIL, Move.WITHDRAW, Move.TRANSFER)
_FOLLOWING = (Move.BREACH, Move.PERFORM, Move.REVISIT, Move.MEDIATE)


def _types_of(category: str) -> tuple[str | None, str | None, str | None]:
    leaf = vocabulary().leaf(category)
    assert leaf is not None
    return leaf.mediation_type, leaf.monthly_type, leaf.campaign_column


def _particulars(case: Dispute, move: Move, step: Step) -> Mapping[str, object]:
    a, now = step.a, case.last_moment
    if move is Move.MEDIATE:
        return {"session_result": list(SessionResult)[a % 4]}
    if move is Move.HAND_OVER:
        committee = ("", *dispute_words().committees)[a % 7]
        unit = f"演示调委会{a % 3}"
        return {"mode": list(Mode)[a % 4], "handler": f"演示调解员{a % 3}", "unit": unit, "committee": committee}
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
        matter.handler, matter.body = order.handler, order.unit
        matter.limits.append((when, after.due_at))
    elif move is Move.EXTEND:
        matter.limits.append((when, order.until))
    elif move is Move.HAND_OVER:
        matter.mode, matter.handler, matter.body = order.mode, order.handler, order.unit
        matter.committees.append((when, order.committee or None))
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
    elif move is Move.TAKE_CHARGE:
        matter.charges.append(Charge(order.chief, when))
    elif move is Move.END_CHARGE:
        matter.charges[-1].ended = when
    elif move is Move.RECORD_PREVENTION:
        cases, people = _HARMS[Harm(order.harm)]
        matter.happened += [(when, cases, Decimal(1)), (when, people, Decimal(order.people or 0))]


def _end_of(matter: Matter, order: Order, when: datetime) -> None:
    due = matter.limits[-1][1] if matter.limits else None
    end = End(when, _OUTCOMES[order.move], order.form or "无", due, body=matter.body)
    if order.move is Move.AGREE:
        end.agreed = sum((term.amount or Decimal(0) for term in order.terms), Decimal(0))
        first = matter.terms + 1
        matter.terms += len(order.terms)
        matter.open_terms = set() if order.at_once else set(range(first, matter.terms + 1))
        matter.performance.append((when, "performed" if order.at_once else ""))
    matter.ends.append(end)
