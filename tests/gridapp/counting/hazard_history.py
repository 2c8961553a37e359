"""Random histories of hazards: what happens, happens in the program and in the independent model at once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from typing_extensions import override

from gridapp.cases.hazard.record import HazardDraft, amend, draft_of, record
from gridapp.cases.order import Order
from gridapp.domain.case import Case, Closing
from gridapp.domain.hazard import CountingUnit, Hazard
from gridapp.domain.hazard_course import HAZARD_COURSE
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.move import Move
from gridapp.domain.place import Place
from gridapp.domain.recheck import Recheck, RecheckResult
from gridapp.domain.security import Security
from gridapp.domain.status import Status
from gridapp.ports import Office
from tests.gridapp.bare_cases import hazard as bare_hazard
from tests.gridapp.cases.hazard.courses import ALL_SECURITIES, ANSWERS
from tests.gridapp.counting.evenings import End, Span
from tests.gridapp.counting.hazard_facts import RESULTS, Danger, Round
from tests.gridapp.counting.history import History, Step
from tests.offices import DEADLINES

CATEGORIES = ("ZZ0501", "ZZ0502", "ZZ0601")
PLACE_TYPES = ("居住出租房", "合用场所", "危化品企业")
CAMPAIGNS = ("", "演示行动")
DOINGS = (
    *("record", "record", "spot", "ledger"),
    *("move",) * 16,
    *("end",) * 10,
    *("major",) * 8,
    *("fail",) * 4,
    *("reopen", "reopen", "change", "void", "restore", "merge", "merge", "undo", "undo"),
)
"""What may happen, the more often the more there is to see of it."""

_STANDS_STILL = frozenset({Status.TO_RECHECK, Status.TO_STRIKE_OFF, Status.STRUCK_OFF})
_HAPPENS = {Move.ORDER_MENDING: "ordered", Move.SUBMIT: "submitted"}


class HazardHistory(History[Danger]):
    """A town with a few places where hazards are found, mended, planned for and struck off."""

    kind = Kind.HAZARD
    new = History.new | {"spot"}

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.places = [
            Place(
                id=case_id_at(self.now),
                town=self.town,
                place_type=kind,
                name=f"演示场所{n}",
                village=self.villages[n % 3],
            )
            for n, kind in enumerate(PLACE_TYPES)
        ]
        office.places.add(self.places, self.actor, self.now)

    def _record(self, step: Step, **more: object) -> None:
        found = self.now - timedelta(days=step.a % 20, hours=step.which)
        place = self.places[step.a % 3]
        draft = HazardDraft(
            town=self.town,
            title="演示：隐患",
            category=CATEGORIES[step.a % 7 % 3],
            level=("一般", "重大")[step.a % 2],
            counting_unit=list(CountingUnit)[step.a % 5 % 2],
            handler=f"演示责任人{step.which % 3}",
            chief="演示首席",
            place=place.id,
            campaign=CAMPAIGNS[step.a % 2],
            reported_at=found,
            late_reason="演示：补录",
        )
        draft = replace(draft, **more)  # type: ignore[arg-type]
        case = record(self.office.cases, self.areas, self.office.places, DEADLINES, draft, self.actor, self.clock)
        fact = Danger(
            unit=draft.counting_unit,
            village=place.village,
            category=draft.category,
            level=draft.level,
            place_type=place.place_type,
            campaign=draft.campaign or None,
            handler=draft.handler,
            found=found,
            spans=[Span(found, case.due_at, runs=True)],
            rounds=[Round([(found, case.due_at)])],
        )
        if draft.on_the_spot:
            fact.rounds[0].end = End(found, case.due_at, on_the_spot=True)
            fact.spans.append(Span(found, case.due_at, runs=False))
            fact.happened.append((found, RESULTS["合格"]))
        self.came(case.id, fact)

    def _spot(self, step: Step) -> None:
        """One that is mended while the inspectors stand by."""
        self._record(
            step, level="一般", on_the_spot=True, result="演示：搬开", evidence="演示", inspectors=("演示甲", "演示乙")
        )

    def _ledger(self, step: Step) -> None:
        """One that a ledger knows: re-checked, perhaps struck off, without a step."""
        found = self.now - timedelta(days=60 + step.a % 40)
        checked, due = found + timedelta(days=step.a % 50), end_of(day_of(found + timedelta(days=30)))
        ended = checked if step.a % 3 else None
        case = bare_hazard(
            reported=found,
            town=self.town,
            village=self.villages[0],
            category=CATEGORIES[0],
            level="一般",
            due_at=due,
            notice_number="演示1号",
            status=Status.STRUCK_OFF if ended else Status.TO_STRIKE_OFF,
            rechecks=(Recheck(at=checked, result=RecheckResult.PASSED),),
            rechecked_at=checked,
            recheck_result=RecheckResult.PASSED,
            closings=(Closing(closed_at=ended, due_at=due),) if ended else (),
        )
        fact = Danger(
            unit="条",
            village=self.villages[0],
            category=CATEGORIES[0],
            level="一般",
            place_type=None,
            campaign=None,
            handler=None,
            found=found,
            spans=[Span(found, due, runs=True), Span(checked, due, runs=False)],
            rounds=[Round([(found, due)], End(ended, due) if ended else None)],
            happened=[(found, "ordered"), (checked, RESULTS["合格"])],
            mended=None if ended else checked,
        )
        self.put(case, fact)

    def _change(self, case: Case, fact: Danger, step: Step) -> None:
        """The form is saved again with another place, level and unit."""
        assert isinstance(case, Hazard)
        place, level, unit = self.places[step.a % 3], ("一般", "重大")[step.a % 2], list(CountingUnit)[step.a % 7 % 2]
        draft = replace(
            draft_of(case), place=place.id, level=level, counting_unit=unit, chief="演示首席", reason="演示：更正"
        )
        places = self.office.places
        amend(self.office.cases, self.areas, places, DEADLINES, case.id, case.version, draft, self.actor, self.clock)
        self.remember(case.id)
        fact.village, fact.place_type, fact.level, fact.unit = place.village, place.place_type, level, unit

    def _end(self, case: Case, fact: Danger, step: Step) -> None:
        """Whatever it takes to strike a hazard off, as far as that is lawful."""
        for move in (Move.ORDER_MENDING, Move.SECURE, Move.SUBMIT, Move.MEND, Move.RECHECK, Move.STRIKE_OFF):
            case = self.make(case, fact, move, replace(step, a=step.a - step.a % 6))

    def _major(self, case: Case, fact: Danger, step: Step) -> None:
        """One of the things that befall a major one."""
        self.make_first(case, fact, (Move.PUT_IN_PLAN, Move.LIST_PUBLICLY, Move.DELIST), step)

    def _fail(self, case: Case, fact: Danger, step: Step) -> None:
        """A re-check that is not passed, with or without a new limit."""
        self.make(case, fact, Move.RECHECK, replace(step, a=step.a - step.a % 6 + (3, 5)[step.a // 6 % 2]))

    @override
    def order(self, case: Case, move: Move, when: datetime, step: Step) -> Order:
        answers = {need.value: ANSWERS[need] for need in HAZARD_COURSE[move].needs if need in ANSWERS}
        values: dict[str, Any] = {**answers, **self._particulars(case, move, when, step)}
        return Order(move=move, at=when, **values)

    def _particulars(self, case: Case, move: Move, when: datetime, step: Step) -> Mapping[str, object]:
        later = end_of(day_of(max(when, case.due_at or when)) + timedelta(days=1 + step.a % 25))
        if move is Move.RECHECK:
            result = list(RecheckResult)[step.a % 6 // 2]
            if result is RecheckResult.PASSED:
                return {"recheck_result": result, "strike_off": step.a % 2 == 1, "evidence": "演示"}
            return {"recheck_result": result, "until": later if step.a % 2 else None}
        if move is Move.ORDER_MENDING:
            return {"number": "", "until": end_of(day_of(when) + timedelta(days=1 + step.a % 25))}
        if move in (Move.EXTEND, Move.PUT_IN_PLAN, Move.REOPEN):
            return {"until": later, **({"securities": _securities(step)} if move is Move.PUT_IN_PLAN else {})}
        return {"securities": _securities(step)} if move is Move.SECURE else {}

    @override
    def learn(self, fact: Danger, order: Order, after: Case) -> None:
        move, when = order.move, order.at
        assert when is not None
        due = order.until if order.until and move is not Move.ENFORCE else fact.spans[-1].due
        runs = after.status not in _STANDS_STILL
        fact.spans.append(Span(when, due, runs))
        if move is Move.ORDER_MENDING:
            fact.happened = [known for known in fact.happened if known != (fact.found, "ordered")]
        if move in _HAPPENS:
            fact.happened.append((when, _HAPPENS[move]))
        if move is Move.RECHECK:
            fact.happened.append((when, RESULTS[order.recheck_result]))
        if move is Move.MEND_ON_THE_SPOT:
            fact.happened.append((when, RESULTS["合格"]))
        if move in (Move.LIST_PUBLICLY, Move.DELIST):
            fact.listed.append((when, 1 if move is Move.LIST_PUBLICLY else -1))
        if move is Move.PUT_IN_PLAN and not (fact.plans and fact.plans[-1][1] is None):
            fact.plans.append((when, None))
        fact.funds += [(when, line.amount or Decimal(0)) for line in order.securities if line.word == "资金"]
        if move is Move.REOPEN:
            end = fact.rounds[-1].end
            assert end is not None
            end.undone = when
            fact.rounds.append(Round([(when, due)]))
            fact.mended = None
        elif due != fact.rounds[-1].limits[-1][1]:
            fact.rounds[-1].limits.append((when, due))
        self._off_the_list(fact, move, when, after, due)

    def _off_the_list(self, fact: Danger, move: Move, when: datetime, after: Case, due: datetime | None) -> None:
        if after.status is Status.STRUCK_OFF:
            if fact.rounds[-1].end is None:
                spot = move is Move.MEND_ON_THE_SPOT
                fact.rounds[-1].end = End(when, due, handled=fact.mended, on_the_spot=spot)
                fact.plans = [(planned, left or when) for planned, left in fact.plans]
        elif after.status in _STANDS_STILL:
            fact.mended = fact.mended or when
        else:
            fact.mended = None


def _securities(step: Step) -> tuple[Security, ...]:
    """All the securities that a plan must settle, the money with or without its sum."""
    amount = Decimal(step.a % 9000) if step.a % 4 else None
    return tuple(replace(one, amount=amount) if one.word == "资金" else one for one in ALL_SECURITIES)
