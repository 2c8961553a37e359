"""How a petition came (信访形式) and what that counts for: 批 and 人次 of visits, 件 of the rest, first or again."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.domain.moment import day_of
from gridapp.domain.petition import Channel, Petition

_BY_PIECE: Mapping[str, str] = {
    Channel.LETTER: "letters",
    Channel.WEB: "web",
    Channel.CALL: "calls",
    Channel.FAX: "fax",
    Channel.FROM_ABOVE: "from_above",
    Channel.MAILBOX: "mailbox",
}
_TOLD_APART = frozenset({Channel.LETTER, Channel.WEB, Channel.CALL})
"""The forms beside the visit whose repeats have a column of their own (重信, 重复网上信访, 重复来电)."""


def channel_postings(petition: Petition, dimensions: Dimensions) -> Iterator[Posting]:
    """Everything on the day of the petition."""
    day = day_of(petition.reported_at)
    for name, quantity in _counted(petition):
        yield Posting(f"petition.{name}", day, Decimal(quantity), dimensions)


def _counted(petition: Petition) -> Iterator[tuple[str, Decimal | int]]:
    if petition.repeat:
        yield "repeated", ONE
    if petition.source == Channel.VISIT:
        yield from _visit(petition)
    elif petition.source is not None and petition.source in _BY_PIECE:
        yield from _piece(petition, _BY_PIECE[petition.source])
    if petition.origin is not None:
        yield "handed_down", ONE
    if petition.concerned:
        yield "concerned", petition.concerned


def _visit(petition: Petition) -> Iterator[tuple[str, Decimal | int]]:
    yield "batches", ONE
    yield "persons", petition.heads
    if petition.group:
        yield "group_batches", ONE
        yield "group_persons", petition.heads
    if petition.repeat:
        yield "repeat_batches", ONE
        yield "repeat_persons", petition.heads


def _piece(petition: Petition, name: str) -> Iterator[tuple[str, Decimal | int]]:
    yield name, ONE
    if petition.source == Channel.LETTER and petition.group:
        yield "joint_letters", ONE
        yield "joint_letter_persons", petition.heads
    if petition.repeat and petition.source in _TOLD_APART:
        yield f"repeat_{name}", ONE
