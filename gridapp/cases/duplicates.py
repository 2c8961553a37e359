"""Whether a new entry may be a case that is on file already (疑似重复), with the reasons in words; never blocking."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from gridapp.domain.kind import Kind
from gridapp.domain.likeness import likeness, pairs_of, weights_of
from gridapp.domain.person import plain_phone
from gridapp.ports import Candidate, Duplicates, Entered

_NEAR = timedelta(days=7)
_A_WHILE = timedelta(days=30)
_ENTERED_TWICE = timedelta(days=2)
"""Within this time a petition is one that two desks have entered; later the same people have come again (重访),
which `petition/earlier.py` tells."""
_ROUTINE = 5
"""A phone, person or place with so many cases is that of a grid worker or a busy spot: it proves nothing alone."""

_ALIKE, _VERY_ALIKE, _NEARLY_SAME = 0.35, 0.55, 0.75
_HOUSE = re.compile(r"\d+\s*(号|室|幢|栋|弄)")
_COUNTER = re.compile(r"(服务点|服务中心|服务站|大厅|窗口|村委会|居委会)$")
_BODY = re.compile(r"(委会|公司|厂|店|社|场|局|所|站|院|校|中心|政府|等\d*人)$")
_BY_PARTIES = frozenset({Kind.DISPUTE, Kind.PETITION})
"""Kinds whose persons are those whom the matter is about, not whoever happened to report it."""

_MANY_AT_A_PLACE = frozenset({Kind.HAZARD})
"""Kinds of which one visit finds several at one place: there the words must be alike as well."""


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A case that may be the same matter, why, and how strongly (0 to 1)."""

    case: Candidate
    reasons: tuple[str, ...]
    strength: float


def likely_duplicates(duplicates: Duplicates, entered: Entered, limit: int = 5) -> Sequence[Suspicion]:
    """The cases on file that an entry may be the same as, strongest first."""
    persons = tuple(person.strip() for person in entered.persons)
    entered = replace(entered, phone=plain_phone(entered.phone), persons=persons)
    return judged(entered, duplicates.candidates(entered), limit)


def judged(entered: Entered, candidates: Sequence[Candidate], limit: int = 5) -> Sequence[Suspicion]:
    """Which of some candidates may be the same matter as an entry, strongest first."""
    compared = _Comparison(entered, candidates)
    found = (compared.suspicion(candidate) for candidate in candidates)
    strongest = sorted((s for s in found if s), key=lambda s: (-s.strength, s.case.number))
    return strongest[:limit]


class _Comparison:
    """An entry beside the cases that it is compared with."""

    def __init__(self, entered: Entered, candidates: Sequence[Candidate]) -> None:
        self._entered = entered
        self._phone = plain_phone(entered.phone)
        self._persons = _people(entered.persons)
        self._place = _place(entered.address)
        self._own = pairs_of(entered.title + entered.text)
        self._texts = {c.id: pairs_of(c.title + c.text) for c in candidates}
        self._weights = weights_of(self._texts.values())
        self._routine_phone = sum(c.phone == self._phone for c in candidates) >= _ROUTINE
        self._routine_person = sum(bool(self._shared(c)) for c in candidates) >= _ROUTINE
        self._routine_place = sum(self._same_place(c) and self._within(c, _NEAR) for c in candidates) >= _ROUTINE

    def suspicion(self, candidate: Candidate) -> Suspicion | None:
        """What speaks for a candidate; nothing where it is not enough."""
        if self._entered.kind is Kind.PETITION and not self._within(candidate, _ENTERED_TWICE):
            return None
        alike = likeness(self._own, self._texts[candidate.id], self._weights)
        near, a_while = self._within(candidate, _NEAR), self._within(candidate, _A_WHILE)
        same_kind = self._entered.category is not None and self._entered.category == candidate.category
        place = near and self._same_place(candidate)
        elsewhere = bool(self._place and _place(candidate.address)) and not self._same_place(candidate)
        here = self._entered.village is None or self._entered.village == candidate.village
        phone = bool(self._phone) and candidate.phone == self._phone and not self._routine_phone
        person = bool(self._shared(candidate)) and not self._routine_person
        alone = self._entered.kind not in _MANY_AT_A_PLACE
        other = elsewhere or self._strangers(candidate) or self._other_number(candidate)
        enough = (
            phone and (near or (a_while and (same_kind or here or alike >= _ALIKE))),
            person and a_while and (alike >= _ALIKE or (self._all_shared(candidate) and (same_kind or here))),
            (phone or person) and same_kind and alike >= _VERY_ALIKE,
            place and alone and not self._routine_place and (same_kind or self._at_a_house),
            place and alone and same_kind and alike >= _ALIKE,
            place and same_kind and alike >= _VERY_ALIKE and not other,
            near and here and not other and alike >= (_VERY_ALIKE if same_kind else _NEARLY_SAME),
        )
        if not any(enough):
            return None
        strength = 0.35 * phone + 0.3 * person + 0.3 * place + 0.4 * alike + 0.1 * same_kind + 0.1 * near
        reasons = tuple(
            reason
            for holds, reason in (
                (phone, "同一电话"),
                (person, f"同一人（{'、'.join(sorted(self._shared(candidate)))}）"),
                (place, "同一地点 7 天内"),
                (alike >= _ALIKE, "标题或内容相似"),
            )
            if holds
        )
        return Suspicion(candidate, reasons, min(strength, 1.0))

    @property
    def _at_a_house(self) -> bool:
        """Whether the place is as narrow as a house, where two matters in a week are rare."""
        return bool(_HOUSE.search(self._entered.address))

    def _shared(self, candidate: Candidate) -> frozenset[str]:
        return self._persons & _people(candidate.persons)

    def _all_shared(self, candidate: Candidate) -> bool:
        return self._persons == _people(candidate.persons)

    def _strangers(self, candidate: Candidate) -> bool:
        """Whether two matters are about different people, so that like words are only a like kind of matter."""
        others = _people(candidate.persons)
        return self._entered.kind in _BY_PARTIES and bool(self._persons and others) and not self._persons & others

    def _other_number(self, candidate: Candidate) -> bool:
        """Whether the titles name different numbers: the fourth floor is not the fifth, however alike the words."""
        own, others = _numbers(self._entered.title), _numbers(candidate.title)
        return bool(own and others) and own != others

    def _same_place(self, candidate: Candidate) -> bool:
        same_village = self._entered.village == candidate.village
        return bool(self._place) and same_village and _place(candidate.address) == self._place

    def _within(self, candidate: Candidate, span: timedelta) -> bool:
        asked: datetime | None = self._entered.reported_at
        return asked is not None and abs(candidate.reported_at - asked) <= span


def _place(address: str) -> str:
    """A place's words without spaces and marks; nothing for a counter (服务窗口), where everybody comes."""
    kept = "".join(letter for letter in address if letter.isalnum())
    return "" if _COUNTER.search(kept) else kept


def _numbers(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", title))


def _people(names: Sequence[str]) -> frozenset[str]:
    """The persons among some names; where there are bodies alone (村委会, 公司), those."""
    told = frozenset(filter(None, names))
    return frozenset(name for name in told if not _BODY.search(name)) or told
