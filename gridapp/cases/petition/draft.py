"""A petition as it is being entered (信访草稿), and everything that is wrong with it at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gridapp.cases.late import problems_of_late
from gridapp.cases.party_problems import problems_of_party
from gridapp.cases.place_problems import problems_of_place
from gridapp.domain.area import AreaTree
from gridapp.domain.attachment import Attachment
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.party import Party
from gridapp.domain.person import is_phone
from gridapp.domain.petition import Channel, PetitionPurpose
from gridapp.domain.petition_limit import most_representatives
from gridapp.domain.petition_words import ANONYMOUS, petition_words
from gridapp.domain.problem import Problem
from gridapp.domain.vocabulary import vocabulary

LONGEST_TITLE = 60
"""Characters of a demand that become the title where none is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionDraft:
    """What the form holds; empty text and nothing are the same. The fields are those of `Petition`.

    `channel` is its form (信访形式), `flags` mark it (越级、匿名…); `late_reason` says why it is entered late
    (补录原因), `reason` why one is changed that has been answered (更正原因).
    """

    town: str
    channel: str = Channel.VISIT
    reported_at: datetime | None = None
    late_reason: str = ""
    petitioner: str = ""
    phone: str = ""
    address: str = ""
    heads: int | None = 1
    concerned: int | None = None
    parties: tuple[Party, ...] = ()
    purpose: str = PetitionPurpose.CLAIM
    category: str | None = None
    title: str = ""
    demand: str = ""
    accused: str = ""
    village: str | None = None
    grid: str | None = None
    level: str = ""
    flags: tuple[str, ...] = ()
    origin: str = ""
    outside_number: str = ""
    repeat: bool = False
    earlier: UUID | None = None
    reception: UUID | None = None
    chief: str = ""
    note: str = ""
    reason: str = ""
    attachments: tuple[Attachment, ...] = ()
    source_case: UUID | None = None


def check(draft: PetitionDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft, in the order of the fields; those of a named person stand in `parties.N.field`."""
    return tuple(_problems(draft, areas, now))


def problems_of_new(draft: PetitionDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft that is to be registered now; a late one (补录) says why."""
    return (*check(draft, areas, now), *problems_of_late(draft.reported_at, draft.late_reason, now, "信访"))


def _problems(draft: PetitionDraft, areas: AreaTree, now: datetime) -> Iterator[Problem]:
    yield from _problems_of_form(draft, now)
    yield from _problems_of_people(draft, now)
    yield from _problems_of_matter(draft)
    if draft.village or draft.grid:
        yield from problems_of_place(areas, draft.town, draft.village, draft.grid, draft.reported_at, "信访")
    names = [file.name for file in draft.attachments]
    if len(set(names)) < len(names):
        yield Problem("attachments", "name", "附件文件名重复，请改名后再添加。")


def _problems_of_form(draft: PetitionDraft, now: datetime) -> Iterator[Problem]:
    if draft.channel not in tuple(Channel):
        yield Problem("channel", "required", f"请选择信访形式：{'、'.join(Channel)}。")
    if draft.channel == Channel.FROM_ABOVE and not draft.origin.strip():
        yield Problem("origin", "required", "上级转交办的，请写明由谁交办。")
    if draft.reported_at is None:
        yield Problem("reported_at", "required", "请填写信访时间。")
    elif draft.reported_at > now:
        yield Problem("reported_at", "future", "信访时间不能晚于现在。")


def _problems_of_people(draft: PetitionDraft, now: datetime) -> Iterator[Problem]:
    anonymous = ANONYMOUS in draft.flags
    if not draft.petitioner.strip() and not anonymous:
        yield Problem("petitioner", "required", "请填写主信访人；没有署名的请勾选“匿名”。")
    if anonymous and draft.channel == Channel.VISIT:
        yield Problem("flags", "order", "来访应当登记来访人，不能是匿名。")
    if draft.phone and not is_phone(draft.phone):
        yield Problem("phone", "phone", "联系电话应为 11 位手机号、固定电话或 6 位短号。")
    if draft.heads is None or draft.heads < 1:
        yield Problem("heads", "count", "人数至少为 1。")
    elif draft.heads < len(draft.parties):
        yield Problem("heads", "count", f"人数少于列出的信访人（{len(draft.parties)} 人），请核对。")
    elif draft.concerned is not None and draft.concerned < draft.heads:
        yield Problem("concerned", "count", f"涉及人数不能少于人数（{draft.heads} 人）。")
    for n, party in enumerate(draft.parties):
        yield from problems_of_party(party, n, now, "信访人")
    yield from _problems_of_representatives(draft)
    seen = [(party.name.strip(), party.paper_number, party.phone) for party in draft.parties if party.name.strip()]
    if len(set(seen)) < len(seen):
        yield Problem("parties", "twice", "同一信访人列了两次，请删去一个。")


def _problems_of_representatives(draft: PetitionDraft) -> Iterator[Problem]:
    if draft.reported_at is None or draft.heads is None:
        return
    most = most_representatives(day_of(draft.reported_at), draft.heads)
    if most is not None and sum(party.representative for party in draft.parties) > most:
        yield Problem("parties", "representatives", f"{draft.heads} 人的集体访，代表不得超过 {most} 人。")


def _problems_of_matter(draft: PetitionDraft) -> Iterator[Problem]:
    if draft.purpose not in tuple(PetitionPurpose):
        yield Problem("purpose", "required", f"请选择信访目的：{'、'.join(PetitionPurpose)}。")
    if draft.purpose == PetitionPurpose.ACCUSATION and not draft.accused.strip():
        yield Problem("accused", "required", "检举控告请写明被反映的人或单位。")
    leaf = vocabulary().leaf(draft.category)
    if leaf is None or leaf.opens is not Kind.PETITION:
        yield Problem("category", "required", "请选择事项类别。")
    elif leaf.note_required and not draft.note.strip():
        yield Problem("note", "required", "类别为“其他”时，请在备注中说明是什么事。")
    if not draft.demand.strip():
        yield Problem("demand", "required", "请填写诉求（反映的问题）。")
    unknown = [flag for flag in draft.flags if flag not in petition_words().flags]
    if unknown:
        yield Problem("flags", "unknown", f"情形标记里没有“{'、'.join(unknown)}”，请从清单中选择。")
    if draft.earlier is not None and not draft.repeat:
        yield Problem("repeat", "order", "选了上次信访件的，请确认为重访（重信）。")
