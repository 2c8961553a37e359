"""Who comes with a petition (信访人): the one who speaks for all beside those who gave their names."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gridapp.cases.petition.draft import PetitionDraft
from gridapp.domain.paper import CITIZEN_CARD, Citizen, citizen_of, plain_paper_number
from gridapp.domain.party import Party, Side, kind_by_name
from gridapp.domain.problem import Problem
from ui.recording.parties.called import Called

FIELD = "parties"

PETITIONERS = Called(
    name="同来（联名）的信访人",
    sides={Side.A: "信访人"},
    keys={Side.A: "Alt+J"},
    never_without=frozenset(),
    why="主信访人之外留了姓名的人；没有留名的只计人数",
    representatives="推选出来代表大家说话的人，连同主信访人计算",
    first=2,
)
"""Those who stand beside the main petitioner, who is the first."""


def speaker_in(draft: PetitionDraft) -> Party:
    """The main petitioner (主信访人) with everything that a draft says of him."""
    place = _place(draft)
    speaker = _bare(draft.petitioner.strip()) if place is None else draft.parties[place]
    return replace(speaker, phone=draft.phone or None, address=draft.address or None)


def others_in(draft: PetitionDraft) -> tuple[Party, ...]:
    """Those who gave their names beside the main petitioner."""
    speaker = _place(draft)
    return tuple(party for n, party in enumerate(draft.parties) if n != speaker)


def speaker_as_written(
    before: Party, *, name: str, phone: str, address: str, paper_number: str, agent: str, today: date
) -> Party:
    """The main petitioner as he is written now; what the form does not ask of him stays as it was.

    A citizen number (GB 11643) says sex and day of birth.
    """
    number = plain_paper_number(paper_number)
    changed = number != plain_paper_number(before.paper_number or "")
    citizen = citizen_of(number, today) if number else None
    speaker = replace(
        before,
        name=name,
        kind=before.kind if name == before.name else kind_by_name(name),
        phone=phone or None,
        address=address or None,
        paper_number=number or None,
        paper=(CITIZEN_CARD if changed or not before.paper else before.paper) if number else None,
        agent=agent or None,
        authority=before.authority if agent else None,
        attorney_letter=before.attorney_letter and bool(agent),
    )
    if not changed:
        return speaker
    known = citizen if isinstance(citizen, Citizen) else None
    return replace(speaker, sex=known.sex if known else None, born_on=known.born_on if known else None)


def parties_with(speaker: Party, others: Sequence[Party]) -> tuple[Party, ...]:
    """All who gave their names: the speaker stands first where others do, or where more is known of him.

    With representatives (代表) among the others he is one of them: it is he who speaks.
    """
    if any(party.representative for party in others):
        speaker = replace(speaker, representative=True)
    is_alone = not others and speaker == replace(_bare(speaker.name), phone=speaker.phone, address=speaker.address)
    nobody = not speaker.name and not speaker.paper_number and not speaker.agent
    return (*others,) if is_alone or nobody else (speaker, *others)


def by_entry(draft: PetitionDraft, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems by the entries of the form: the main petitioner has entries of his own."""
    own = f"{FIELD}.{_place(draft)}."
    return tuple(
        replace(problem, field=_of_speaker(problem.field.removeprefix(own)))
        if problem.field.startswith(own)
        else problem
        for problem in problems
    )


def beside_speaker(draft: PetitionDraft, problems: Sequence[Problem], step: int) -> list[Problem]:
    """Problems of the others by their places among themselves (a step of -1), or back in the draft (a step of 1)."""
    if _place(draft) is None:
        return [*problems]
    return [replace(problem, field=_shifted(problem.field, step)) for problem in problems]


_OWN = {"name": "petitioner", "paper": "paper_number", "sex": "paper_number", "born_on": "paper_number"}


def _of_speaker(field: str) -> str:
    return _OWN.get(field, field)


def _shifted(field: str, step: int) -> str:
    prefix, _, rest = field.partition(".")
    place, _, name = rest.partition(".")
    return f"{FIELD}.{int(place) + step}.{name}" if prefix == FIELD and place.isdecimal() else field


def _place(draft: PetitionDraft) -> int | None:
    name, phone = draft.petitioner.strip(), draft.phone or None
    named = (
        n for n, party in enumerate(draft.parties) if party.name.strip() == name and (name or party.phone == phone)
    )
    return next(named, None)


def _bare(name: str) -> Party:
    return Party(side=Side.A, kind=kind_by_name(name), name=name)
