"""Which drafts are forms of new cases that were not saved (未保存的登记), and where each is gone on with."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken
from gridapp.domain.plain import Plain
from gridapp.domain.register_kinds import REGISTERS
from gridapp.ports import Draft, Drafts
from ui.requests import NewDispute, NewEntry, NewEvent, NewInspection, NewPetition, Request, SettleOnTheSpot

_FORM = "form"
_MATTER = ("title", "demand")
"""What a form is about: the first of these in which something is written."""
_LONGEST = 40
"""Characters of it that are told."""


@dataclass(frozen=True, slots=True)
class UnsavedForm:
    """A form: the part of a draft's content that holds title and village, what it is called, and its page."""

    part: str
    label: str
    request: Callable[[UUID], Request]


def entry_mark(kind: Kind) -> str:
    """The mark of the drafts of a register's form."""
    return f"new_{kind.value}"


FORMS: Mapping[str, UnsavedForm] = {
    "new_event": UnsavedForm("event", "事件", NewEvent),
    "new_dispute": UnsavedForm("dispute", "纠纷", NewDispute),
    "new_petition": UnsavedForm("petition", "信访", NewPetition),
    "new_inspection": UnsavedForm("inspection", "检查", NewInspection),
    "on_the_spot": UnsavedForm("settled", "当场调解", SettleOnTheSpot),
    **{entry_mark(kind): UnsavedForm("values", kind.label, partial(NewEntry, kind)) for kind in sorted(REGISTERS)},
}
"""Every form by the mark that its drafts bear."""


def marked(form: str, content: Mapping[str, Any]) -> Plain:
    """A form's content with its mark."""
    return {_FORM: form, **content}


def unsaved(found: Drafts, person: str, forms: Collection[str]) -> Sequence[Draft]:
    """A person's forms that were not saved, newest first; asks the database."""
    return [draft for draft in found.of(person) if draft.content.get(_FORM) in forms]


def request_for(draft: Draft) -> Request:
    """The page on which a form is gone on with."""
    return FORMS[draft.content[_FORM]].request(draft.id)


def in_words(draft: Draft, areas: AreaTree) -> str:
    """A form in one line: when it was kept, what it is for, where, what."""
    form = FORMS[draft.content[_FORM]]
    part = draft.content.get(form.part)
    words = {name: word for name, word in part.items() if isinstance(word, str)} if isinstance(part, dict) else {}
    where = areas.name(words.get("village")) or "村社未填"
    what = next((said for name in _MATTER if (said := " ".join(words.get(name, "").split()))), "（没有标题）")
    return f"{spoken(draft.saved_at)}　{form.label}　{where}　{what[:_LONGEST]}"
