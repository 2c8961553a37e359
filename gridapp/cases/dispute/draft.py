"""A dispute as it is being entered (纠纷草稿), and everything that is wrong with it at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from gridapp.cases.late import problems_of_late
from gridapp.cases.party_problems import problems_of_party
from gridapp.cases.place_problems import problems_of_place
from gridapp.domain.area import AreaTree
from gridapp.domain.attachment import Attachment
from gridapp.domain.dispute import Mode, Risk
from gridapp.domain.dispute_words import ENTRUSTED, dispute_words
from gridapp.domain.kind import Kind
from gridapp.domain.party import MOST_REPRESENTATIVES, Party, PartyKind, Side
from gridapp.domain.problem import Problem
from gridapp.domain.vocabulary import vocabulary

STOPPED_PROJECT = "ZZ0113"
"""The category of residents who stop a project (阻工); it names the project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeDraft:
    """What the form holds; empty text and nothing are the same. The fields are those of `Dispute`.

    `risk_report` says to whom and how a high risk was reported (报告公安情况); `late_reason` why it is entered late
    (补录原因), `reason` why a dispute is changed that has ended (更正原因). `source_case` is the event or petition from
    which it is opened.
    """

    town: str
    title: str = ""
    category: str | None = None
    mediation_type: str = ""
    monthly_type: str = ""
    campaign_column: str = ""
    village: str | None = None
    grid: str | None = None
    address: str = ""
    occurred_at: datetime | None = None
    reported_at: datetime | None = None
    late_reason: str = ""
    source: str = ""
    entrusted_by: str = ""
    level: str = ""
    scale: str = ""
    difficult: bool = False
    project: str = ""
    people: int | None = None
    amount: Decimal | None = None
    risk: str = ""
    risk_report: str = ""
    mode: str = Mode.PEOPLE
    unit: str = ""
    committee: str = ""
    handler: str = ""
    co_mediators: tuple[str, ...] = ()
    chief: str = ""
    informed: str = ""
    demand: str = ""
    note: str = ""
    reason: str = ""
    parties: tuple[Party, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    source_case: UUID | None = None


def check(draft: DisputeDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft, in the order of the fields; nothing wrong means it can be saved.

    Those of a party stand in `parties.N.field`, N counted from 0.
    """
    return tuple(_problems(draft, areas, now))


def problems_of_new(draft: DisputeDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft that is to be registered now; a late one (补录) says why."""
    return (*check(draft, areas, now), *problems_of_late(draft.reported_at, draft.late_reason, now, "排查"))


def _problems(draft: DisputeDraft, areas: AreaTree, now: datetime) -> Iterator[Problem]:
    if not draft.title.strip():
        yield Problem("title", "required", "请填写纠纷名称。")
    yield from _category_problems(draft)
    yield from problems_of_place(areas, draft.town, draft.village, draft.grid, draft.reported_at, "排查")
    yield from _moment_problems(draft, now)
    yield from _word_problems(draft)
    yield from _number_problems(draft)
    yield from _party_problems(draft, now)
    names = [file.name for file in draft.attachments]
    if len(set(names)) < len(names):
        yield Problem("attachments", "name", "附件文件名重复，请改名后再添加。")


def _category_problems(draft: DisputeDraft) -> Iterator[Problem]:
    leaf = vocabulary().leaf(draft.category)
    if leaf is None or leaf.opens is not Kind.DISPUTE:
        yield Problem("category", "required", "请选择纠纷类别。")
        return
    if leaf.note_required and not draft.note.strip():
        yield Problem("note", "required", "类别为“其他”时，请在简要情况中说明是什么事。")
    if draft.category == STOPPED_PROJECT and not draft.project.strip():
        yield Problem("project", "required", "阻工纠纷请写明项目名称。")


def _moment_problems(draft: DisputeDraft, now: datetime) -> Iterator[Problem]:
    if draft.reported_at is None:
        yield Problem("reported_at", "required", "请填写排查（收到）时间。")
    elif draft.reported_at > now:
        yield Problem("reported_at", "future", "排查（收到）时间不能晚于现在。")
    elif draft.occurred_at is not None and draft.occurred_at > draft.reported_at:
        yield Problem("occurred_at", "order", "发生时间不能晚于排查（收到）时间。")


def _word_problems(draft: DisputeDraft) -> Iterator[Problem]:
    words = dispute_words()
    lists = (
        ("source", draft.source, words.sources, "来源"),
        ("committee", draft.committee, words.committees, "调委会类型"),
        ("scale", draft.scale, words.scales, "规模"),
        ("mode", draft.mode, tuple(Mode), "调解方式"),
        ("risk", draft.risk, tuple(Risk), "激化风险"),
        ("informed", draft.informed, words.informed, "告知方式"),
        ("mediation_type", draft.mediation_type, words.mediation_types, "人民调解类型"),
        ("monthly_type", draft.monthly_type, words.monthly_types, "综治月报类型"),
        ("campaign_column", draft.campaign_column, words.campaign_columns, "强基促稳栏目"),
    )
    for field, word, known, name in lists:
        if word and word not in known:
            yield Problem(field, "unknown", f"{name}清单里没有“{word}”，请从清单中选择。")
    if draft.source == ENTRUSTED and not draft.entrusted_by.strip():
        yield Problem("entrusted_by", "required", "委托移送的，请写明由谁委托移送。")
    if draft.risk_report.strip() and draft.risk != Risk.HIGH:
        yield Problem("risk", "order", "填写了报告公安情况的，激化风险应为“高”。")


def _number_problems(draft: DisputeDraft) -> Iterator[Problem]:
    if draft.people is not None and draft.people < 1:
        yield Problem("people", "count", "涉及人数至少为 1。")
    named = sum(party.kind is PartyKind.PERSON and party.side is not Side.THIRD for party in draft.parties)
    if draft.people is not None and 1 <= draft.people < named:
        yield Problem("people", "count", f"涉及人数少于列出的当事人（{named} 人），请核对。")
    if draft.amount is not None and draft.amount < 0:
        yield Problem("amount", "amount", "涉及金额不能是负数。")


def _party_problems(draft: DisputeDraft, now: datetime) -> Iterator[Problem]:
    for n, party in enumerate(draft.parties):
        yield from problems_of_party(party, n, now)
    for side in Side:
        if sum(party.side is side and party.representative for party in draft.parties) > MOST_REPRESENTATIVES:
            yield Problem("parties", "representatives", f"{side.value}的代表人最多 {MOST_REPRESENTATIVES} 人。")
    named = [party for party in draft.parties if party.name.strip()]
    seen = [(party.side, party.name.strip(), party.paper_number, party.phone) for party in named]
    papers = [(party.paper, party.paper_number) for party in draft.parties if party.paper_number]
    if len(set(papers)) < len(papers):
        yield Problem("parties", "twice", "两个当事人的证件号码相同，请核对。")
    if len(set(seen)) < len(seen):
        yield Problem("parties", "twice", "同一当事人在同一方列了两次，请删去一个。")
