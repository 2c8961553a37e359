"""`check` (核对): everything that must hold, and the ledger identity beside an independent count of open cases."""

from collections.abc import Iterator
from datetime import date

from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.case import Case
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.level import MAJOR
from gridapp.domain.moment import start_of
from gridapp.domain.move import Move
from gridapp.domain.period import Period
from gridapp.domain.status import OPEN, RUNNING, Status
from gridapp.ports import CaseQuery, CheckResult, Office

_ALWAYS = Period(date(1900, 1, 1), date(9999, 1, 1))
_END = start_of(_ALWAYS.end)
_STANDING = frozenset(Status)
"""Any state at all: a list of some states leaves out what does not count (作废, 并案)."""

_CLOSINGS = {
    Kind.EVENT: "event.closing",
    Kind.DISPUTE: "dispute.closing",
    Kind.PETITION: "petition.closing",
    Kind.HAZARD: "hazard.closing",
}


def check(office: Office) -> Iterator[CheckResult]:
    """Each check in turn; nothing is changed."""
    yield office.checks.file_integrity()
    yield office.checks.postings()
    yield office.checks.balances()
    yield office.checks.books()
    yield _identity(office)
    yield office.checks.search()
    yield _overdue(office)
    yield _backlog(office)
    yield _major(office)
    yield office.checks.history()
    yield office.checks.attachments()
    yield office.checks.paper_numbers()


def _identity(office: Office) -> CheckResult:
    """What is left open by the ledger is what stands open on file, in every town and kind."""
    wrong = []
    looked = 0
    for town in office.registers.areas().towns:
        for kind, code in _CLOSINGS.items():
            value = figure(office.ledger, indicator_named(code), Cut(_ALWAYS, town.code))
            standing = office.lists.count(CaseQuery(kind=kind, town=town.code, statuses=OPEN))
            looked += 1
            if value != standing:
                wrong.append(f"{town.name}{kind.label}账上 {value} 件、在办 {standing} 件")
    return CheckResult("结转等式与在办清单", not wrong, "；".join(wrong) or f"{looked} 组账实相符")


def _overdue(office: Office) -> CheckResult:
    """Every limit that runs on file is in the ledger as one that will be past, and no other."""
    wrong = []
    looked = 0
    for town in office.registers.areas().towns:
        for kind in _CLOSINGS:
            value = figure(office.ledger, indicator_named(f"{kind.value}.overdue"), Cut(_ALWAYS, town.code))
            query = CaseQuery(kind=kind, town=town.code, statuses=RUNNING, due_before=_END)
            running = office.lists.count(query)
            looked += running
            if value != running:
                wrong.append(f"{town.name}{kind.label}账上 {value} 件、计时中 {running} 件")
    return CheckResult("超期账与办理时限", not wrong, "；".join(wrong) or f"{looked} 件计时中的案件逐件入账")


def _backlog(office: Office) -> CheckResult:
    """What the ledger says is left of the backlog (期末积案) is what stands on the backlog list, in every town."""
    wrong = []
    looked = 0
    listed = Condition(Field.IN_BACKLOG, Test.YES)
    for town in office.registers.areas().towns:
        value = figure(office.ledger, indicator_named("petition.backlog_closing"), Cut(_ALWAYS, town.code))
        standing = office.lists.count(
            CaseQuery(kind=Kind.PETITION, town=town.code, statuses=_STANDING, conditions=(listed,))
        )
        looked += standing
        if value != standing:
            wrong.append(f"{town.name}账上积案 {value} 件、清单上 {standing} 件")
    return CheckResult("积案账与积案清单", not wrong, "；".join(wrong) or f"{looked} 件在列积案账实相符")


def _major(office: Office) -> CheckResult:
    """排查 = 已整改 + 未销号 of major hazards, and of those left the planned ones are the ones in a plan (治理计划)."""
    wrong = []
    looked = 0
    major = Condition(Field.LEVEL, Test.ONE_OF, tuple(sorted(MAJOR)))
    for town in office.registers.areas().towns:
        query = CaseQuery(kind=Kind.HAZARD, town=town.code, statuses=OPEN, conditions=(major,))
        left = office.cases.load_all(office.lists.find_ids(query)).values()
        planned = sum(_in_plan(case) for case in left)
        looked += len(left)
        for code, name, standing in (
            ("hazard.major_closing", "未销号", len(left)),
            ("hazard.major_in_plan", "列入治理计划", planned),
            ("hazard.major_unplanned", "未列入治理计划", len(left) - planned),
        ):
            value = figure(office.ledger, indicator_named(code), Cut(_ALWAYS, town.code))
            if value != standing:
                wrong.append(f"{town.name}账上{name}的重大隐患 {value} 件、清单上 {standing} 件")
    return CheckResult("重大隐患账与治理计划", not wrong, "；".join(wrong) or f"{looked} 件未销号的重大隐患账实相符")


def _in_plan(case: Case) -> bool:
    """Whether an open hazard was put in a plan since it was found or reopened last."""
    step = case.last_step(Move.PUT_IN_PLAN, Move.REOPEN)
    return step is not None and step.move is Move.PUT_IN_PLAN
