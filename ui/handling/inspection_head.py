"""What the heads of inspections, notices and measures say (检查、文书、处置抬头)."""

from collections.abc import Iterator

from gridapp.domain.enforcement import Enforcement
from gridapp.domain.inspection import Inspection
from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.notice import Notice
from gridapp.domain.status import Status
from ui.handling.head_words import HeadWords, Mark
from ui.theme import COLOURS


def _marks(inspection: Inspection) -> Iterator[Mark]:
    if inspection.status is Status.FILED:
        yield "待检查", COLOURS.warn


def _no_marks(_: Notice | Enforcement) -> Iterator[Mark]:
    yield from ()


def _inspection(inspection: Inspection) -> Iterator[tuple[str, str | None]]:
    yield "场所类型", inspection.place_type
    yield "计划检查" if inspection.status is Status.FILED else "检查时间", spoken(inspection.reported_at)
    yield "检查人", "、".join(inspection.inspectors) or inspection.handler


def _notice(notice: Notice) -> Iterator[tuple[str, str | None]]:
    yield "场所", notice.place_name
    yield "整改期限", spoken_limit(notice.due_at) if notice.due_at else None


def _enforcement(measure: Enforcement) -> Iterator[tuple[str, str | None]]:
    yield "决定机关", measure.unit
    yield "决定时间", spoken(measure.reported_at)


INSPECTION_HEAD = HeadWords(marks=_marks, facts=_inspection, tied=True)
NOTICE_HEAD = HeadWords(marks=_no_marks, facts=_notice)
ENFORCEMENT_HEAD = HeadWords(marks=_no_marks, facts=_enforcement)
