"""The card of those who petition (信访人): who speaks for all, and those who gave their names."""

from collections.abc import Iterator
from html import escape

from gridapp.domain.party import Party
from gridapp.domain.person import masked_phone
from gridapp.domain.petition import Petition
from gridapp.domain.petition_words import ANONYMOUS
from ui.handling.masked_panel import Line, MaskedPanel
from ui.handling.party_words import html_of, muted, number_html

_SPEAKER = "主信访人"


class PetitionersPanel(MaskedPanel):
    """Their numbers are masked until somebody asks."""

    def __init__(self) -> None:
        super().__init__("信访人")

    def show_petition(self, petition: Petition) -> None:
        """Shows the people of a petition."""
        has_numbers = bool(petition.phone) or any(p.phone or p.paper_number for p in petition.parties)
        self.show_people(lambda whole: tuple(_lines(petition, whole=whole)), has_numbers=has_numbers)


def _lines(petition: Petition, *, whole: bool) -> Iterator[Line]:
    yield _speaker(petition, whole=whole), ""
    crowd = [f"{petition.heads} 人"]
    if petition.concerned is not None:
        crowd.append(f"涉及 {petition.concerned} 人")
    yield f"{muted('人数')}{'，'.join(crowd)}", ""
    others = [party for party in petition.parties if not _is_speaker(petition, party)]
    if others:
        yield f"列名信访人（{len(others)} 人）", "group"
    for party in others:
        yield html_of(party, whole=whole), ""


def _speaker(petition: Petition, *, whole: bool) -> str:
    """Who speaks for all; what is known of him as one of the named stands with him."""
    named = next((party for party in petition.parties if _is_speaker(petition, party)), None)
    if named is not None:
        return html_of(named, whole=whole, mark=_SPEAKER)
    name = petition.petitioner or ANONYMOUS
    rows = []
    if petition.phone:
        rows.append(f"<br>{muted('电话')}{number_html(petition.phone, masked_phone(petition.phone), whole=whole)}")
    if petition.address:
        rows.append(f"<br>{muted('住址')}{escape(petition.address)}")
    return f"<b>{escape(name)}</b>（{_SPEAKER}）{''.join(rows)}"


def _is_speaker(petition: Petition, party: Party) -> bool:
    return bool(petition.petitioner) and party.name == petition.petitioner
