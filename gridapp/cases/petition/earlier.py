"""Whether the same people have come before in the same matter (初访、重访; domain.md §4.3); the officer confirms it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from gridapp.cases.petition.draft import PetitionDraft
from gridapp.domain.likeness import likeness, pairs_of, weights_of
from gridapp.domain.party import Party
from gridapp.domain.person import plain_phone
from gridapp.domain.petition import Petition, PetitionPurpose
from gridapp.domain.petition_words import ANONYMOUS
from gridapp.ports import CaseRow, FormerPetition, Office, Petitioner, Presented

_RELATED, _ALIKE, _VERY_ALIKE = 0.2, 0.35, 0.55
_CROWD = re.compile(r"等(\d*|[一二三四五六七八九十百]*|多)[人名户]?$|(代表)$")
_MARKS = re.compile(r"[\s,，.。、;；()（）\-—]")


@dataclass(frozen=True, slots=True)
class Earlier:
    """A petition that may be the same people's in the same matter, why, and how strongly (0 to 1).

    `likely` tells those that may be proposed as 重访; the others are shown for comparison (供核对).
    """

    row: CaseRow
    reasons: tuple[str, ...]
    strength: float
    likely: bool


def presented_by(draft: PetitionDraft, case_id: UUID | None = None) -> Presented:
    """A draft as it is compared; `case_id` is the petition that it amends."""
    anonymous = ANONYMOUS in draft.flags and draft.purpose == PetitionPurpose.ACCUSATION
    return Presented(
        town=draft.town,
        people=people_of(draft.petitioner, draft.phone, draft.address, draft.parties),
        accused=draft.accused.strip() if anonymous else "",
        text=f"{draft.title}\n{draft.demand}".strip(),
        category=draft.category,
        village=draft.village,
        reported_at=draft.reported_at,
        case_id=case_id,
    )


def presented_in(petition: Petition) -> Presented:
    """A petition on file as it is compared."""
    anonymous = ANONYMOUS in petition.tags and petition.purpose is PetitionPurpose.ACCUSATION
    return Presented(
        town=petition.town,
        people=people_of(petition.petitioner, petition.phone, petition.address, petition.parties),
        accused=(petition.accused or "").strip() if anonymous else "",
        text=f"{petition.title}\n{petition.demand or ''}".strip(),
        category=petition.category,
        village=petition.village,
        reported_at=petition.reported_at,
        case_id=petition.id,
    )


def people_of(
    petitioner: str | None, phone: str | None, address: str | None, parties: Sequence[Party]
) -> tuple[Petitioner, ...]:
    """Who presents a petition: those who gave their names, and who speaks for them unless he is only their agent."""
    named = tuple(
        Petitioner(
            name=party.name.strip(),
            phone=plain_phone(party.phone or ""),
            paper_number=(party.paper_number or "").strip().upper(),
            address=(party.address or "").strip(),
        )
        for party in parties
        if party.name.strip()
    )
    speaker = (petitioner or "").strip()
    agents = {party.agent.strip() for party in parties if party.agent}
    if not speaker or speaker in agents:
        return named
    own = Petitioner(name=speaker, phone=plain_phone(phone or ""), address=(address or "").strip())
    return (own, *named)


def earlier_petitions(office: Office, presented: Presented, limit: int = 5) -> Sequence[Earlier]:
    """The petitions on file of the same people in the same matter, strongest first, then newest; asks the database.

    There are none as long as nobody is named and, in an anonymous accusation, nobody is accused.
    """
    if not presented.people and not presented.accused:
        return []
    found = judged(presented, office.former.petitions(presented))[:limit]
    rows = {row.id: row for row in office.lists.load_rows([one.id for one in found])}
    return [Earlier(rows[one.id], one.reasons, one.strength, one.likely) for one in found if one.id in rows]


def later_petitions(office: Office, case_id: UUID) -> Sequence[CaseRow]:
    """The petitions that were confirmed to repeat one, in the order in which they came; asks the database."""
    return office.lists.load_rows(office.former.repeated_by(case_id))


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found of one petition on file; see `Earlier`."""

    id: UUID
    reasons: tuple[str, ...]
    strength: float
    likely: bool


def judged(presented: Presented, former: Sequence[FormerPetition]) -> Sequence[Judged]:
    """Which of some petitions are the same people's in the same matter, strongest first, then newest."""
    compared = _Comparison(presented, former)
    found = [(one, petition) for petition in former if (one := compared.judged(petition)) is not None]
    found.sort(key=lambda pair: (not pair[0].likely, -pair[0].strength, -pair[1].reported_at.timestamp()))
    return [one for one, _ in found]


class _Comparison:
    def __init__(self, presented: Presented, former: Sequence[FormerPetition]) -> None:
        self._presented = presented
        self._own = pairs_of(presented.text)
        self._texts = {petition.id: pairs_of(petition.text) for petition in former}
        self._weights = weights_of(self._texts.values())

    def judged(self, former: FormerPetition) -> Judged | None:
        """What speaks for a petition; nothing where people or matter are others."""
        same = self._same_people(former)
        if same is None:
            return None
        who, sure = same
        alike = likeness(self._own, self._texts[former.id], self._weights)
        of_kind = bool(former.category) and former.category == self._presented.category
        here = bool(former.village) and former.village == self._presented.village
        elsewhere = bool(former.village and self._presented.village) and not here
        unsaid = not self._presented.text and self._presented.category is None
        known = _VERY_ALIKE, _ALIKE, _RELATED
        certain = alike >= known[of_kind + here]
        possible = alike >= _ALIKE or of_kind or unsaid
        if not (certain or possible) or (not sure and elsewhere):
            return None
        # A name alone is borne by many: there the words must be the same as well.
        likely = certain if sure else alike >= _VERY_ALIKE and (of_kind or here)
        told = ((alike >= _ALIKE, "诉求相近"), (of_kind, "事项类别相同"), (here, "同一村社"))
        strength = (0.5 if sure else 0.25) + 0.3 * alike + 0.1 * of_kind + 0.1 * here
        return Judged(former.id, (who, *(reason for holds, reason in told if holds)), min(strength, 1.0), likely)

    def _same_people(self, former: FormerPetition) -> tuple[str, bool] | None:
        """By what somebody is in both, and whether that is sure; nothing where nobody is."""
        others = people_of(former.petitioner, former.phone, former.address, former.parties)
        if not self._presented.people:
            nameless = not others and former.accused == self._presented.accused
            return (f"被反映人相同（{former.accused}）", True) if nameless else None
        shared = [one for own in self._presented.people for one in _shared(own, others)]
        return max(shared, key=lambda one: one[1], default=None)


def _shared(own: Petitioner, others: Sequence[Petitioner]) -> Iterator[tuple[str, bool]]:
    for other in others:
        if own.paper_number and other.paper_number:
            if own.paper_number == other.paper_number:
                yield f"同一人（{other.name}，证件号码相同）", True
            continue
        if _person(own.name) != _person(other.name):
            continue
        if own.phone and own.phone == other.phone:
            yield f"同一人（{other.name}，电话相同）", True
        elif own.address and _bare(own.address) == _bare(other.address):
            yield f"同一人（{other.name}，住址相同）", True
        else:
            yield f"同名（{other.name}）", False


def _person(name: str) -> str:
    """A name without what tells that he comes for others (某某等 12 人)."""
    bare = _bare(name)
    return _CROWD.sub("", bare) or bare


def _bare(text: str) -> str:
    return _MARKS.sub("", text)
