"""A person in words (当事人、信访人): with agent and representatives; numbers masked or whole."""

from collections.abc import Iterator
from html import escape

from gridapp.domain.paper import masked_paper_number
from gridapp.domain.party import Party, PartyKind
from gridapp.domain.person import masked_phone
from ui.theme import COLOURS

SHOW = "show"
"""The link behind which a masked number is shown whole."""


def html_of(party: Party, *, whole: bool, mark: str = "") -> str:
    """A party with everything that is known of it, a line for each thing; `mark` says what else it is."""
    marks = [mark] if mark else []
    marks += [party.kind.value] if party.kind is not PartyKind.PERSON else []
    marks += ["代表人"] if party.representative else []
    said = f"（{'，'.join(marks)}）" if marks else ""
    rows = "".join(f"<br>{muted(name)}{words}" for name, words in _facts(party, whole=whole))
    return f"<b>{escape(party.name)}</b>{said} {escape(_person(party))}{rows}"


def _person(party: Party) -> str:
    born = f"{party.born_on.year} 年生" if party.born_on else None
    return "，".join(filter(None, (party.sex, party.nation, born, party.occupation)))


def _facts(party: Party, *, whole: bool) -> Iterator[tuple[str, str]]:
    if party.phone:
        yield "电话", number_html(party.phone, masked_phone(party.phone), whole=whole)
    if party.paper_number:
        number = number_html(party.paper_number, masked_paper_number(party.paper_number), whole=whole)
        yield party.paper or "证件", number
    if party.address:
        yield "住址", escape(party.address)
    if party.legal_representative:
        yield "法定代表人", escape(party.legal_representative)
    if party.agent:
        letter = "有授权委托书" if party.attorney_letter else "缺授权委托书"
        yield "代理人", escape("，".join(filter(None, (party.agent, party.authority, letter))))


def number_html(number: str, masked: str, *, whole: bool) -> str:
    """A number whole, or masked behind a link that shows it."""
    if whole:
        return escape(number)
    return f"<a style='color:{COLOURS.accent}' href='{SHOW}'>{escape(masked)}</a>"


def muted(name: str) -> str:
    """The name of what follows."""
    return f"<span style='color:{COLOURS.muted}'>{escape(name)}：</span>"
