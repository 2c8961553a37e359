"""Safety papers (安全文书): the order to mend (责令限期整改通知书) and the opinion after a re-check (复查意见书)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.notice import Notice, NoticeKind
from gridapp.domain.recheck import Recheck
from gridapp.papers.content.occasion import Line, Occasion, Value
from gridapp.papers.content.subject import Subject
from gridapp.papers.content.wording import day_written, limit_written, moment_written

_BASIS = "《浙江省安全生产条例》第二十七条"
"""By what a town may order mending (domain.md §5.1)."""

_MEND = "限期整改"
_EACH_ITS_OWN = "上列各项整改期限"
_ALL_MENDED = "上列隐患已经整改到位，复查合格。"
_NOT_ALL_MENDED = "上列隐患中复查不合格、部分合格的，应当继续整改；逾期仍未整改到位的，依法报请有关主管部门处理。"


def orders(subject: Subject, notice: Notice) -> Iterator[Occasion]:
    """The order to mend: the notice itself (domain.md §5.2)."""
    if notice.category != NoticeKind.ORDER:
        return
    day = day_of(notice.reported_at)
    values = of_place(subject, notice.place_name) | {
        "文号": notice.number,
        "检查时间": moment_written(notice.reported_at),
        "隐患清单": [_item(n, notice, hazard) for n, hazard in enumerate(subject.hazards, 1)],
        "整改依据": _BASIS,
        "整改期限": _limit(notice, subject.hazards),
        "检查人员": "、".join(notice.signers) or notice.handler,
        "签收人": notice.served_to,
        "签收日期": day_written(notice.served_at),
        "文书日期": day_written(day),
    }
    yield Occasion(key="notice", day=day, values=values)


def opinions(subject: Subject, case: Case) -> Iterator[Occasion]:
    """An opinion for each day on which hazards of a notice, or one without a notice, were re-checked.

    One that is entered as a notice (整改文书) tells of its own day alone.
    """
    own = case.category if isinstance(case, Notice) else NoticeKind.ORDER
    if own == NoticeKind.RECORD:
        return
    checked = [(hazard, recheck) for hazard in subject.hazards for recheck in hazard.known_rechecks]
    for day in sorted({day_of(recheck.at) for _, recheck in checked}):
        if own != NoticeKind.OPINION or day == day_of(case.reported_at):
            of_day = [(hazard, recheck) for hazard, recheck in checked if day_of(recheck.at) == day]
            yield _opinion(subject, case, day, of_day)


def _opinion(subject: Subject, case: Case, day: date, checked: Sequence[tuple[Hazard, Recheck]]) -> Occasion:
    passed = all(recheck.passed for _, recheck in checked)
    inspectors = dict.fromkeys(name for _, recheck in checked for name in recheck.inspectors)
    first = checked[0][0]
    values = of_place(subject, first.place_name) | {
        "文号": _number_on_file(subject, day),
        "通知书编号": "、".join(dict.fromkeys(hazard.notice_number for hazard, _ in checked if hazard.notice_number))
        or None,
        "复查时间": day_written(day),
        "复查清单": [
            {
                "序号": str(n),
                "隐患内容": hazard.title,
                "部位": hazard.spot,
                "内容及部位": what_and_where(hazard),
                "整改要求": hazard.requirement or _MEND,
                "复查结果": recheck.result.value,
                "复查情况": recheck.record,
            }
            for n, (hazard, recheck) in enumerate(checked, 1)
        ],
        "复查意见": _ALL_MENDED if passed else _NOT_ALL_MENDED,
        "复查人员": "、".join(inspectors) or None,
        "文书日期": day_written(day),
    }
    return Occasion(key=f"recheck:{day.isoformat()}", day=day, values=values, label=f"{day_written(day)}")


def of_place(subject: Subject, name: str | None) -> dict[str, Value]:
    """What papers say of the place; an order and a record name it as it was called then."""
    place = subject.place
    return {
        **subject.shared,
        "被检查单位": name or (place.name if place else None),
        "单位地址": place.address if place else None,
        "负责人": place.owner if place else None,
        "联系电话": place.phone if place else None,
    }


def _number_on_file(subject: Subject, day: date) -> str | None:
    """The number of the opinion that was entered as a notice for that day."""
    return next((notice.number for notice in subject.opinions if day_of(notice.reported_at) == day), None)


def _item(n: int, notice: Notice, hazard: Hazard) -> Line:
    return {
        "序号": str(n),
        "隐患内容": hazard.title,
        "部位": hazard.spot,
        "内容及部位": what_and_where(hazard),
        "整改要求": hazard.requirement or _MEND,
        "期限": limit_written(_ordered_limit(notice, hazard)),
        "隐患等级": hazard.level,
    }


def what_and_where(hazard: Hazard) -> str:
    """A hazard with the spot, where it is known."""
    return f"{hazard.title}（部位：{hazard.spot}）" if hazard.spot else hazard.title


def _ordered_limit(notice: Notice, hazard: Hazard) -> datetime | None:
    """The limit that was ordered; one that was granted later is not what the notice said."""
    for step in hazard.steps:
        if step.move is Move.ORDER_MENDING and step.until and (step.text or "").split("；")[0] == notice.number:
            return step.until
    return hazard.due_at or notice.due_at


def _limit(notice: Notice, hazards: Sequence[Hazard]) -> str | None:
    """The limit of all; where they differ, each has that of its line."""
    limits = {limit_written(_ordered_limit(notice, hazard)) for hazard in hazards}
    return _EACH_ITS_OWN if len(limits) > 1 else next(iter(limits), limit_written(notice.due_at))
