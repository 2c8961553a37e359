"""A party as it is being written (当事人填写): texts, readable or not, and what they make."""

from dataclasses import dataclass, fields, replace

from gridapp.domain.paper import plain_paper_number
from gridapp.domain.party import Party, PartyKind, Side
from gridapp.domain.person import plain_phone
from ui.recording.parties.birth_text import read_birth

UNREADABLE_BIRTH = "看不懂这个日期，请写成 19800101 或 1980-1-1。"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyText:
    """The fields of a `Party` as they are written; empty text is nothing."""

    kind: str = PartyKind.PERSON
    name: str = ""
    phone: str = ""
    sex: str = ""
    nation: str = ""
    born_on: str = ""
    paper: str = ""
    paper_number: str = ""
    occupation: str = ""
    address: str = ""
    legal_representative: str = ""
    agent: str = ""
    authority: str = ""
    attorney_letter: bool = False
    representative: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written."""
        return replace(self, kind=PartyKind.PERSON) == PartyText()

    @property
    def problem(self) -> str:
        """What is wrong with the day of birth where it cannot be read, or nothing."""
        try:
            read_birth(self.born_on)
        except ValueError:
            return UNREADABLE_BIRTH
        return ""


def text_of(party: Party) -> PartyText:
    """A party as it stands in the form."""
    said = {field.name: getattr(party, field.name) for field in fields(PartyText)}
    said["born_on"] = party.born_on.isoformat() if party.born_on else ""
    return PartyText(**{name: value for name, value in said.items() if value is not None})


def party_of(text: PartyText, side: Side) -> Party:
    """The party on a side that is written; a day of birth that cannot be read is left out."""

    def said(words: str) -> str | None:
        return " ".join(words.split()) or None

    is_person = text.kind == PartyKind.PERSON
    return Party(
        side=side,
        kind=PartyKind(text.kind),
        name=said(text.name) or "",
        phone=plain_phone(text.phone) or None,
        sex=said(text.sex) if is_person else None,
        nation=said(text.nation) if is_person else None,
        born_on=read_birth(text.born_on) if is_person and not text.problem else None,
        paper=said(text.paper),
        paper_number=plain_paper_number(text.paper_number) or None,
        occupation=said(text.occupation) if is_person else None,
        address=said(text.address),
        legal_representative=None if is_person else said(text.legal_representative),
        agent=said(text.agent),
        authority=said(text.authority),
        attorney_letter=text.attorney_letter,
        representative=text.representative,
    )
