"""One hazard as it is entered (隐患): what inspectors found, and what is wrong with the entry."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gridapp.domain.attachment import Attachment
from gridapp.domain.hazard import CountingUnit
from gridapp.domain.hazard_words import LEVELS
from gridapp.domain.kind import Kind
from gridapp.domain.level import MAJOR
from gridapp.domain.problem import Problem
from gridapp.domain.vocabulary import vocabulary

LONGEST_TITLE = 200
"""Characters that a finding (隐患内容) may have at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the form holds of one hazard; empty text and nothing are the same.

    `attachments` are the photos of what was found (整改前). Where it was mended `on_the_spot`, `result` says how,
    `evidence` or the photos `after` prove it. Without a `due_at` the limit of the notice holds, else the usual one.
    """

    title: str = ""
    category: str | None = None
    level: str = LEVELS[0]
    counting_unit: str = CountingUnit.ITEM
    spot: str = ""
    requirement: str = ""
    handler: str = ""
    due_at: datetime | None = None
    chief: str = ""
    on_the_spot: bool = False
    result: str = ""
    evidence: str = ""
    note: str = ""
    attachments: tuple[Attachment, ...] = ()
    after: tuple[Attachment, ...] = ()


def problems_of_finding(finding: Finding, found_at: datetime | None) -> Iterator[Problem]:
    """Every problem of a finding, in the order of its fields."""
    if not finding.title.strip():
        yield Problem("title", "required", "请填写隐患内容。")
    elif len(finding.title) > LONGEST_TITLE:
        yield Problem("title", "length", f"隐患内容最多 {LONGEST_TITLE} 字。")
    leaf = vocabulary().leaf(finding.category)
    if leaf is None or leaf.opens is not Kind.HAZARD:
        yield Problem("category", "required", "请选择隐患类别。")
    elif leaf.note_required and not finding.note.strip():
        yield Problem("note", "required", "类别为“其他”时，请在备注中说明是什么隐患。")
    if finding.level not in LEVELS:
        yield Problem("level", "unknown", f"隐患等级只能是{'、'.join(LEVELS)}。")
    if finding.counting_unit not in tuple(CountingUnit):
        yield Problem("counting_unit", "unknown", f"计数单位只能是{'、'.join(CountingUnit)}。")
    if finding.level in MAJOR and not finding.chief.strip():
        yield Problem("chief", "required", "重大隐患须有首席负责人，请填写。")
    if finding.due_at is not None and found_at is not None and finding.due_at <= found_at:
        yield Problem("due_at", "order", "整改期限应晚于检查时间。")
    if finding.on_the_spot:
        yield from _problems_on_the_spot(finding)
    elif finding.after:
        yield Problem("after", "order", "整改后的照片请在整改反馈时添加；当场整改的请勾选“当场整改”。")
    names = [file.name for file in (*finding.attachments, *finding.after)]
    if len(set(names)) < len(names):
        yield Problem("attachments", "name", "附件文件名重复，请改名后再添加。")


def _problems_on_the_spot(finding: Finding) -> Iterator[Problem]:
    if finding.level in MAJOR:
        yield Problem("on_the_spot", "major", "重大隐患难以立即整改到位，不能作当场整改；请责令限期整改。")
    if not finding.result.strip():
        yield Problem("result", "required", "请填写当场整改情况。")
    if not (finding.evidence.strip() or finding.after):
        yield Problem("evidence", "required", "请附上整改后的照片，或写明依据。")
