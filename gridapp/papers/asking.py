"""What may be typed before a paper is made (补填): now, and what was typed for earlier papers of the same case."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from gridapp.domain.problem import Refusal
from gridapp.papers.catalogue import PaperForm, Placeholder, catalogue
from gridapp.papers.content.occasion import Occasion, Value
from gridapp.papers.typed_words import words_in
from gridapp.ports import IssuedPaper, Office

Given = Mapping[str, str]
"""What was typed before papers are made: by the key of what asks for it (`Asked.key`), or by its name alone for every
paper that asks. An empty text takes back what is proposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Something that is not on file and may be typed (补填项): `value` is what would stand there now.

    What has the same `key` is the same thing, also in other papers; `words` are usual ones, and those of other
    occasions. What is `long` takes several lines.
    """

    key: str
    name: str
    value: str
    words: tuple[str, ...]
    required: bool
    long: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """Words that were typed for a paper that was made."""

    key: str
    name: str
    text: str


def typed_before(office: Office, papers: Sequence[IssuedPaper]) -> Sequence[Earlier]:
    """What was typed for the papers of a case, the newest last; of each occasion the last version counts."""
    last = {(paper.paper, paper.occasion): paper for paper in papers}
    return [one for paper in sorted(last.values(), key=lambda paper: paper.n) for one in _typed_for(office, paper)]


def words_for(
    case_id: UUID, form: PaperForm, occasion: Occasion, given: Given, earlier: Sequence[Earlier]
) -> Mapping[str, str]:
    """What is typed for a paper by the names of its placeholders: now, else the last time."""
    before = {one.key: one.text for one in earlier}
    words: dict[str, str] = {}
    for name in form.offers:
        key = _key(catalogue().placeholders[name], case_id, occasion.key)
        told = given.get(key, given.get(name, before.get(key)))
        if told is not None and may_be_typed(name, occasion.values.get(name)):
            words[name] = told.strip()
    return words


def may_be_typed(name: str, told: Value) -> bool:
    """Whether something may be typed where the record tells so much."""
    placeholder = catalogue().placeholders[name]
    return placeholder.given or (placeholder.fills and not told)


def asked_of(
    case_id: UUID, form: PaperForm, occasion: Occasion, words: Mapping[str, str], earlier: Sequence[Earlier]
) -> Iterator[Asked]:
    """What a paper asks for, with what would stand there by some `words`."""
    for name in form.offers:
        placeholder, told = catalogue().placeholders[name], occasion.values.get(name)
        if not may_be_typed(name, told):
            continue
        key = _key(placeholder, case_id, occasion.key)
        others = [one.text for one in reversed(earlier) if one.name == name and one.key != key]
        usual = (*occasion.suggested.get(name, ()), *others, *placeholder.words)
        yield Asked(
            key=key,
            name=name,
            value=words.get(name) or (told if isinstance(told, str) else ""),
            words=tuple(dict.fromkeys(usual)),
            required=name in form.needs,
            long=placeholder.long,
        )


def _typed_for(office: Office, paper: IssuedPaper) -> Iterator[Earlier]:
    # A damaged content is told by `check`; here it only proposes nothing.
    with suppress(Refusal):
        for name, text in words_in(office.attachments.get(paper.sha256)).items():
            placeholder = catalogue().placeholders.get(name)
            if placeholder is not None:
                yield Earlier(_key(placeholder, paper.case_id, paper.occasion), name, text)


def _key(placeholder: Placeholder, case_id: UUID, occasion: str) -> str:
    return placeholder.name if placeholder.shared else f"{placeholder.name}@{case_id}@{occasion}"
