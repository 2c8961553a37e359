"""Registering many hazards of one ledger at once (批量登记隐患), each with its re-check and striking off if told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.hazard.finding import Finding, problems_of_finding
from gridapp.cases.hazard.registered import registered
from gridapp.cases.late import problems_of_late
from gridapp.cases.order import Order
from gridapp.cases.place_problems import problems_of_place
from gridapp.cases.taken import taken
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.hazard import Hazard
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.place import Place
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.striking_off import NEEDS_RECHECK
from gridapp.ports import CaseStore, Save, Writer

_NOBODY = UUID(int=0)
"""Stands for the place while a line is only looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HazardLine:
    """A line of a ledger: the finding, where and when, the re-check (复查) and the striking off (销号) that it tells.

    The place is known by its name and type, and put on file where it is not yet.
    """

    finding: Finding
    town: str
    place_name: str = ""
    place_type: str = ""
    village: str | None = None
    campaign: str = ""
    reported_at: datetime | None = None
    inspectors: tuple[str, ...] = ()
    notice_number: str = ""
    recheck: Order | None = None
    struck_off: Order | None = None
    late_reason: str = ""


def problems_of_line(line: HazardLine, areas: AreaTree, deadlines: Deadlines, now: datetime) -> Sequence[Problem]:
    """Every problem of a line; those of its re-check and striking off once the rest can be registered."""
    found = tuple(_problems(line, areas, now))
    if found:
        return (*found, *_problems_of_end(line))
    try:
        _made(line, _place(line, _NOBODY), "", deadlines, "", now)
    except Unacceptable as refusal:
        return refusal.problems
    return ()


def record_many(
    store: CaseStore,
    areas: AreaTree,
    deadlines: Deadlines,
    lines: Sequence[HazardLine],
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> Mapping[int, Case]:
    """Saves every line without problems, by its place, all in one transaction; the others are left out.

    The draft that held them is thrown away with the saving where nothing stays. Raises `Refusal` where a place is off
    file (注销) and its hazard would still be on the list.
    """
    now = clock()
    good = {n: line for n, line in enumerate(lines) if not problems_of_line(line, areas, deadlines, now)}
    made: dict[int, Case] = {}
    if good:
        with store.transaction() as writer:
            places = _places_on_file(writer, good.values(), now)
            for n, line in good.items():
                place = places[line.town, line.place_type.strip(), line.place_name.strip()]
                number = writer.next_number(line.town, Kind.HAZARD, day_of(line.reported_at or now))
                made[n] = _made(line, place, number, deadlines, actor.name, now)
                if place.closed_on is not None and made[n].closed is None:
                    raise Refusal(f"{place.name} 已注销，不能再有没有销号的隐患；请先在场所名录里恢复。")
            writer.save([Save(None, hazard, "登记") for hazard in made.values()], actor, now)
            if draft_id is not None and len(good) == len(lines):
                writer.drop_draft(draft_id)
    return {n: replace(hazard, version=1) for n, hazard in made.items()}


def _places_on_file(writer: Writer, lines: Iterable[HazardLine], now: datetime) -> Mapping[tuple[str, str, str], Place]:
    """The places of lines by town, type and name; those that were missing are put on file, asked for once a town."""
    wanted: dict[str, dict[tuple[str, str], Place]] = defaultdict(dict)
    for line in lines:
        place = _place(line, case_id_at(now))
        wanted[line.town].setdefault((place.place_type, place.name), place)
    on_file = {town: writer.places(town, places.values()) for town, places in wanted.items()}
    return {(town, *key): place for town, places in on_file.items() for key, place in places.items()}


def _problems(line: HazardLine, areas: AreaTree, now: datetime) -> Iterator[Problem]:
    if not line.place_name.strip():
        yield Problem("place_name", "required", "请填写场所名称。")
    if not line.place_type.strip():
        yield Problem("place_type", "required", "请填写场所类型。")
    yield from problems_of_place(areas, line.town, line.village, None, line.reported_at, "排查")
    if line.reported_at is None:
        yield Problem("reported_at", "required", "请填写排查时间。")
    elif line.reported_at > now:
        yield Problem("reported_at", "future", "排查时间不能晚于现在。")
    else:
        yield from problems_of_late(line.reported_at, line.late_reason, now, "排查")
    yield from problems_of_finding(line.finding, line.reported_at)


def _problems_of_end(line: HazardLine) -> Iterator[Problem]:
    """That nothing is struck off without a passed re-check is said at once, whatever else is wrong."""
    passed = line.recheck is not None and line.recheck.recheck_result == RecheckResult.PASSED
    if line.struck_off is not None and not passed:
        yield Problem("closed_at", "recheck", NEEDS_RECHECK)


def _made(line: HazardLine, place: Place, number: str, deadlines: Deadlines, person: str, now: datetime) -> Hazard:
    """The hazard of a line after all that it tells; raises `Unacceptable` with what is wrong, in its columns."""
    problems = tuple(_problems_of_end(line))
    if problems:
        raise Unacceptable(problems)
    hazard: Case = registered(
        line.finding,
        place,
        number,
        line.reported_at or now,
        line.inspectors,
        deadlines,
        person,
        now,
        notice_number=line.notice_number.strip(),
        village=line.village,
        campaign=line.campaign,
        late_reason=line.late_reason,
    )
    for order, columns in ((line.recheck, _OF_RECHECK), (line.struck_off, _OF_STRIKING_OFF)):
        if order is None:
            continue
        try:
            hazard = taken(hazard, order, deadlines, person, now)
        except Unacceptable as refusal:
            told = (replace(problem, field=columns.get(problem.field, problem.field)) for problem in refusal.problems)
            raise Unacceptable(tuple(told)) from refusal
        except Refusal as refusal:
            raise Unacceptable((Problem(columns[_AT], "unlawful", str(refusal).strip()),)) from refusal
    if not isinstance(hazard, Hazard):
        raise TypeError(hazard)
    return hazard


_AT = "at"
_OF_RECHECK = {_AT: "rechecked_at", "inspectors": "recheckers", "until": "due_at"}
_OF_STRIKING_OFF = {_AT: "closed_at", "result": "record"}
"""In which columns of a ledger the particulars of the two moves stand."""


def _place(line: HazardLine, place_id: UUID) -> Place:
    return Place(
        id=place_id,
        town=line.town,
        place_type=line.place_type.strip(),
        name=line.place_name.strip(),
        village=line.village,
    )
