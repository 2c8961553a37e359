"""`check` (核对): everything that must hold, and the ledger identity beside an independent count of open cases."""

from collections.abc import Iterator
from datetime import date

from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.kind import Kind
from gridapp.domain.moment import start_of
from gridapp.domain.period import Period
from gridapp.domain.status import OPEN, RUNNING
from gridapp.ports import CaseQuery, CheckResult, Office

_ALWAYS = Period(date(1900, 1, 1), date(9999, 1, 1))
_END = start_of(_ALWAYS.end)
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
    yield _identity(office)
    yield office.checks.search()
    yield _overdue(office)
    yield office.checks.history()
    yield office.checks.attachments()


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
