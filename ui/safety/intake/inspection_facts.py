"""What is told of an inspection, a notice and a measure (检查、文书、处置内容) on their pages, as names and words."""

from collections.abc import Sequence
from datetime import datetime

from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.enforcement import Enforcement
from gridapp.domain.inspection import Answer, Inspection
from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.notice import Notice
from gridapp.domain.status import Status

Facts = Sequence[tuple[str, str]]


def facts_of(case: Case, areas: AreaTree) -> Facts:
    """Every fact in which something is said, in the order in which people know them."""
    told = _about(case)
    where = " ".join(part for part in (areas.name(case.village), areas.name(case.grid)) if part)
    common = (("所属村社", where), ("专项行动", case.campaign or ""), ("备注", case.note or ""))
    late = (("登记时间", spoken(case.registered_at)), ("补录原因", case.late_reason or ""))
    files = "、".join(file.name for file in case.attachments)
    return [(name, words) for name, words in (*told, *common, *late, ("附件", files)) if words]


def _about(case: Case) -> Facts:
    if isinstance(case, Inspection):
        return _inspection(case)
    if isinstance(case, Notice):
        return _notice(case)
    return _enforcement(case) if isinstance(case, Enforcement) else ()


def _inspection(case: Inspection) -> Facts:
    filed = case.status is Status.FILED
    return (
        ("被检查场所", " · ".join(part for part in (case.place_name, case.place_type) if part)),
        ("计划检查时间" if filed else "检查时间", spoken(case.reported_at)),
        ("检查人", "、".join(case.inspectors) or case.handler or ""),
        ("检查性质", case.nature or ""),
        ("报备时间", _moment(case.filed_at)),
        ("报备文号", case.filing_number or ""),
        ("报备事由", case.filing_reason or ""),
        ("检查表", _answers(case)),
        ("检查结果", case.result or ""),
    )


def _answers(case: Inspection) -> str:
    answers = [checked.answer for checked in case.checks]
    counted = (f"{answer.value} {answers.count(answer)} 项" for answer in Answer if answer in answers)
    failed = "；".join(checked.item for checked in case.checks if checked.answer is Answer.FAILS)
    return "，".join(counted) + (f"\n不符合：{failed}" if failed else "")


def _notice(case: Notice) -> Facts:
    return (
        ("文书种类", case.category or ""),
        ("文书编号", case.number),
        ("被检查场所", " · ".join(part for part in (case.place_name, case.place_type) if part)),
        ("开具时间", spoken(case.reported_at)),
        ("整改期限", spoken_limit(case.due_at) if case.due_at else ""),
        ("签名检查人", "、".join(case.signers) or case.handler or ""),
        ("签收人", case.served_to or ""),
        ("送达时间", _moment(case.served_at)),
    )


def _enforcement(case: Enforcement) -> Facts:
    return (
        ("措施", case.category or ""),
        ("决定机关", case.unit or ""),
        ("决定时间", spoken(case.reported_at)),
        ("场所", " · ".join(part for part in (case.place_name, case.place_type) if part)),
        ("当事人", case.party or ""),
        ("文书编号", case.document_number or ""),
        ("开始日期", _moment(case.from_at)),
        ("截止日期", spoken_limit(case.until_at) if case.until_at else ""),
    )


def _moment(moment: datetime | None) -> str:
    return spoken(moment) if moment else ""
