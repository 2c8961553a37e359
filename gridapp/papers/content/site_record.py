"""The record of an inspection on the spot (现场检查记录; domain.md §5.2): what was looked at and what was found."""

from collections.abc import Iterator

from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.inspection import Inspection
from gridapp.domain.moment import day_of
from gridapp.domain.notice import Notice, NoticeKind
from gridapp.domain.status import Status
from gridapp.papers.content.occasion import Line, Occasion, Value
from gridapp.papers.content.safety import of_place, what_and_where
from gridapp.papers.content.subject import Subject
from gridapp.papers.content.wording import day_written, joined, limit_written, moment_written


def site_records(subject: Subject, case: Case) -> Iterator[Occasion]:
    """The record of an inspection that took place; where one is entered as a notice, that is it, with its number."""
    inspection = subject.inspection
    if isinstance(case, Notice):
        if case.category == NoticeKind.RECORD:
            yield _record(subject, case, inspection, case)
        return
    is_entered = any(notice.category == NoticeKind.RECORD for notice in subject.notices)
    if inspection is not None and inspection.status is not Status.FILED and not is_entered:
        yield _record(subject, inspection, inspection, None)


def _record(
    subject: Subject, case: Inspection | Notice, inspection: Inspection | None, notice: Notice | None
) -> Occasion:
    day = day_of(case.reported_at)
    values: dict[str, Value] = {
        **of_place(subject, case.place_name),
        "文号": notice.number if notice else None,
        "检查时间": moment_written(case.reported_at),
        "检查性质": inspection.nature if inspection else None,
        "检查人员": "、".join((notice.signers if notice else ()) or (inspection.inspectors if inspection else ()))
        or case.handler,
        "检查情况": joined(inspection.result, inspection.note) if inspection else case.note,
        "检查项目": _checked(inspection),
        "发现隐患": [_found(n, hazard) for n, hazard in enumerate(subject.hazards, 1)],
        "现场陪同人": notice.served_to if notice else None,
        "文书日期": day_written(day),
    }
    return Occasion(key="inspection", day=day, values=values)


def _checked(inspection: Inspection | None) -> list[Line]:
    return [
        {"序号": str(n), "项目": checked.item, "结果": checked.answer.value, "说明": checked.note or ""}
        for n, checked in enumerate(inspection.checks if inspection else (), 1)
    ]


def _found(n: int, hazard: Hazard) -> Line:
    return {
        "序号": str(n),
        "隐患内容": hazard.title,
        "部位": hazard.spot,
        "内容及部位": what_and_where(hazard),
        "整改要求": hazard.requirement,
        "处理": _dealt_with(hazard),
        "隐患等级": hazard.level,
    }


def _dealt_with(hazard: Hazard) -> str:
    """What was done about it: mended at once, or ordered to be mended, by a notice and until a day."""
    if hazard.on_the_spot:
        return "当场整改"
    limit = limit_written(hazard.due_at)
    told = joined(hazard.notice_number, limit and f"{limit}前", by="，")
    return f"责令限期整改（{told}）" if told else "责令限期整改"
