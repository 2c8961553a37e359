"""An inspection with all that it found, as one screen enters it (检查、隐患、文书一次登记), and its problems."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.hazard.finding import Finding, problems_of_finding
from gridapp.cases.inspection.places import PlaceDraft
from gridapp.cases.inspection.places import check as check_place
from gridapp.cases.inspection.visit import Visit
from gridapp.cases.late import problems_of_late
from gridapp.cases.place_problems import problems_of_place
from gridapp.domain.area import AreaTree
from gridapp.domain.attachment import Attachment
from gridapp.domain.inspection import LEAST_INSPECTORS, Checked, Nature
from gridapp.domain.notice import NoticeKind
from gridapp.domain.place_type import place_type_named
from gridapp.domain.problem import Problem, Unacceptable
from gridapp.ports import KnownPlaces


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDraft:
    """The document that was served (文书); its number is given by itself where none is said.

    An order to mend (责令限期整改通知书) holds for every finding that was not mended on the spot, with `due_at` where a
    finding has no limit of its own. Nobody named as `signers` means the inspectors.
    """

    kind: str = NoticeKind.ORDER
    number: str = ""
    served_to: str = ""
    served_at: datetime | None = None
    signers: tuple[str, ...] = ()
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionDraft(Visit):
    """What the screen holds: a visit that took place, and what it found.

    The place is one on file (`place`) or a `new_place`. `late_reason` says why it is entered late (补录原因), `reason`
    why one on file is changed (更正原因).
    """

    new_place: PlaceDraft | None = None
    reported_at: datetime | None = None
    checks: tuple[Checked, ...] = ()
    result: str = ""
    late_reason: str = ""
    reason: str = ""
    attachments: tuple[Attachment, ...] = ()
    findings: tuple[Finding, ...] = ()
    notice: NoticeDraft | None = None


def check(draft: InspectionDraft, areas: AreaTree, places: KnownPlaces, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft, in the order of the fields; nothing wrong means it can be saved.

    Those of a new place stand in `new_place.field`, of a finding in `findings.N.field` (N counted from 0), of the
    notice in `notice.field`.
    """
    return tuple(_problems(draft, areas, places, now))


def problems_of_new(draft: InspectionDraft, areas: AreaTree, places: KnownPlaces, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft that is to be registered now; a late one (补录) says why."""
    return (*check(draft, areas, places, now), *problems_of_late(draft.reported_at, draft.late_reason, now, "检查"))


def refuse_problems(problems: tuple[Problem, ...], draft: InspectionDraft) -> datetime:
    """The moment of the inspection; raises `Unacceptable` where there is any problem."""
    if problems or draft.reported_at is None:
        raise Unacceptable(problems)
    return draft.reported_at


def problems_of_inspectors(inspectors: tuple[str, ...]) -> Iterator[Problem]:
    """At least two people inspect together, each named once."""
    names = [name.strip() for name in inspectors if name.strip()]
    if len(set(names)) < len(names):
        yield Problem("inspectors", "twice", "同一检查人写了两次，请核对。")
    elif len(names) < LEAST_INSPECTORS:
        yield Problem("inspectors", "two", f"检查人至少 {LEAST_INSPECTORS} 名。")


def problems_where(
    draft_town: str,
    place: UUID | None,
    new_place: PlaceDraft | None,
    village: str | None,
    grid: str | None,
    at: datetime | None,
    areas: AreaTree,
    places: KnownPlaces,
) -> Iterator[Problem]:
    """An inspection is of one place, on file or new."""
    if new_place is not None:
        for problem in check_place(new_place, areas, places):
            yield replace(problem, field=f"new_place.{problem.field}")
    elif place is None:
        yield Problem("place", "required", "请选择场所；名录里没有的，请登记新场所。")
    else:
        known = places.load(place)
        if known.town != draft_town:
            yield Problem("place", "unknown", "所选场所不属于本乡镇，请重新选择。")
        if known.closed_on is not None:
            yield Problem("place", "closed", f"{known.name} 已注销，请先恢复。")
        if known.village is None:
            yield from problems_of_place(areas, draft_town, village, grid, at, "检查")


def type_of(place: UUID | None, new_place: PlaceDraft | None, places: KnownPlaces) -> str:
    """The type of the place that is inspected; empty where none is chosen yet."""
    if new_place is not None:
        return new_place.place_type
    return places.load(place).place_type if place is not None else ""


def _problems(draft: InspectionDraft, areas: AreaTree, places: KnownPlaces, now: datetime) -> Iterator[Problem]:
    yield from problems_where(
        draft.town, draft.place, draft.new_place, draft.village, draft.grid, draft.reported_at, areas, places
    )
    if draft.reported_at is None:
        yield Problem("reported_at", "required", "请填写检查时间。")
    elif draft.reported_at > now:
        yield Problem("reported_at", "future", "检查时间不能晚于现在；以后的检查请先报备。")
    yield from problems_of_inspectors(draft.inspectors)
    if draft.nature and draft.nature not in tuple(Nature):
        yield Problem("nature", "unknown", f"检查性质只能是{'、'.join(Nature)}。")
    yield from _filing_problems(draft, places)
    items = [checked.item for checked in draft.checks]
    if len(set(items)) < len(items):
        yield Problem("checks", "twice", "检查表里同一项写了两次，请核对。")
    for n, finding in enumerate(draft.findings):
        for problem in problems_of_finding(finding, draft.reported_at):
            yield replace(problem, field=f"findings.{n}.{problem.field}")
    if draft.notice is not None:
        yield from _notice_problems(draft, draft.notice)
    names = [file.name for file in draft.attachments]
    if len(set(names)) < len(names):
        yield Problem("attachments", "name", "附件文件名重复，请改名后再添加。")


def _filing_problems(draft: InspectionDraft, places: KnownPlaces) -> Iterator[Problem]:
    kind = place_type_named(type_of(draft.place, draft.new_place, places))
    if kind is not None and kind.company and draft.filed_at is None:
        yield Problem("filed_at", "required", "到企业检查须先报备，请填写报备时间。")
    if draft.filed_at is not None and draft.reported_at is not None and draft.filed_at > draft.reported_at:
        yield Problem("filed_at", "order", "报备应在检查之前。")
    if draft.filed_at is not None and not draft.filing_reason.strip():
        yield Problem("filing_reason", "required", "请填写报备事由。")


def _notice_problems(draft: InspectionDraft, notice: NoticeDraft) -> Iterator[Problem]:
    if notice.kind not in tuple(NoticeKind):
        yield Problem("notice.kind", "unknown", f"文书种类只能是{'、'.join(NoticeKind)}。")
    to_mend = [finding for finding in draft.findings if not finding.on_the_spot]
    if notice.kind == NoticeKind.ORDER and not to_mend:
        yield Problem("notice.kind", "empty", "没有需要限期整改的隐患，不能开具责令限期整改通知书。")
    at = draft.reported_at
    if notice.kind == NoticeKind.ORDER and notice.due_at is None and any(f.due_at is None for f in to_mend):
        yield Problem("notice.due_at", "required", "请填写整改期限。")
    if notice.due_at is not None and at is not None and notice.due_at <= at:
        yield Problem("notice.due_at", "order", "整改期限应晚于检查时间。")
    if notice.served_at is not None and at is not None and notice.served_at < at:
        yield Problem("notice.served_at", "order", "送达时间不能早于检查时间。")
    if notice.served_at is not None and not notice.served_to.strip():
        yield Problem("notice.served_to", "required", "请填写签收人。")
