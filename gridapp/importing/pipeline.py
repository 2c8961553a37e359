"""The import in one call (导入): for the command and the demonstration, which ask nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import Area
from gridapp.domain.columns import Ledger, ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.importing.examining import examined
from gridapp.importing.headings import ledger_sheet
from gridapp.importing.keeping import Imported, kept
from gridapp.importing.names import bare
from gridapp.importing.plan import Plan
from gridapp.importing.proposing import Proposed, Sure, proposed
from gridapp.importing.reading.opening import opened
from gridapp.importing.rejects import refuse_over
from gridapp.importing.rows import RowProblem
from gridapp.importing.watching import Watch
from gridapp.ports import Correction, Office


def import_ledger(
    office: Office,
    kind: Kind,
    path: Path,
    town: Area,
    actor: Actor,
    clock: Clock,
    *,
    sheet: str | None = None,
    dry_run: bool = False,
    rejects: Path | None = None,
    newcomers: Sequence[Area] = (),
    year: int | None = None,
    correction: Correction | None = None,
    chosen: Mapping[str, str] | None = None,
    watched: Watch | None = None,
) -> Imported:
    """Reads a ledger and keeps its good rows; the refused ones are listed and, if wanted, written out.

    `newcomers` are the town and its areas where they are not on file yet: they come with the first good rows. `chosen`
    says for columns of the ledger which headings of the file they are; it is remembered.

    Raises `Refusal` where the file is no ledger of this kind, or the refused rows cannot be written; then nothing was
    changed.
    """
    ledger = ledger_of(kind)
    if rejects is not None:
        refuse_over(path, rejects)
    with opened(path) as book:
        headed = ledger_sheet(book, ledger, sheet, tuple((chosen or {}).values()))
        offered = proposed(office, headed, kind, town, newcomers)
        places = _chosen(offered, chosen) if chosen else offered.places
        plan = Plan(kind, town, headed, places, year, correction, newcomers, path.name, book.epoch_1904)
        _sure(plan, offered)
        if dry_run:
            found = examined(office, plan, actor, clock, watched)
            told = {name: getattr(found, name) for name in Imported.__dataclass_fields__ if name != "batch"}
            return _with_columns(Imported(**told, batch=None), plan, offered)
        done = kept(office, plan, actor, clock, rejects, watched)
        if chosen:
            office.mappings.remember(kind, headed.headings, places, actor, clock())
        return _with_columns(done, plan, offered)


def _with_columns(done: Imported, plan: Plan, offered: Proposed) -> Imported:
    """What was done, with a remark for each column that nobody has named, so that somebody may object."""
    remarks = [
        RowProblem(plan.headed.heading_row, one.column.heading, plan.headed.headings[one.place], "column", one.why)
        for one in offered.proposals
        if one.sure is Sure.LIKELY and plan.places.get(one.column.field) == one.place
    ]
    return replace(done, remarks=[*remarks, *done.remarks])


def _chosen(offered: Proposed, chosen: Mapping[str, str]) -> Mapping[str, int]:
    """The places with what somebody chose in front of what is proposed; raises `Refusal` for names that are none."""
    ledger, headings = offered.ledger, offered.headed.headings
    places = dict(offered.places)
    for name, said in chosen.items():
        place = next((place for place, heading in enumerate(headings) if bare(heading) == bare(said)), None)
        if place is None:
            raise Refusal(f"表头里没有“{said}”，现有：{'、'.join(filter(None, headings))}。")
        field = _field(ledger, name)
        places = {other: taken for other, taken in places.items() if taken != place and other != field}
        places[field] = place
    return places


def _field(ledger: Ledger, name: str) -> str:
    for column in ledger.columns:
        if name in (column.heading, column.field):
            return column.field
    names = "、".join(column.heading for column in ledger.columns)
    raise Refusal(f"{ledger.title}没有“{name}”这一列，可选：{names}。")


def _sure(plan: Plan, offered: Proposed) -> None:
    """As `plan.sure`, and where somebody could have guessed a missing column, it is said how to say so."""
    missing = {column.field for column in plan.missing}
    guesses = [
        f"--map {one.column.heading}={plan.headed.headings[one.place]}"
        for one in offered.guesses
        if one.column.field in missing and plan.headed.headings[one.place]
    ]
    if guesses:
        names = "、".join(column.heading for column in plan.missing)
        raise Refusal(
            f"{plan.ledger.title}缺少必填的列：{names}；若表中已有而名称不同，可用 {' '.join(guesses)} 指明。"
        )
    plan.sure()
