"""What papers can be made of a case now (可制作的文书), and what each of them still lacks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.problem import Problem
from gridapp.papers.asking import Asked, Given, asked_of, may_be_typed, typed_before, words_for
from gridapp.papers.catalogue import NUMBER, PaperForm, catalogue
from gridapp.papers.content.occasion import Occasion, Value
from gridapp.papers.content.occasions import OCCASIONS
from gridapp.papers.content.subject import Subject, subjects
from gridapp.papers.content.wording import ended
from gridapp.ports import IssuedPaper, Office

_NOTHING: Given = {}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which paper is wanted: of which case, of which form, on which occasion.

    Whoever wants it has `seen` so many versions of it; by that alone no two choices differ.
    """

    case_id: UUID
    code: str
    occasion: str
    seen: int = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A paper that can be made; with nothing in `lacking` at once.

    `words` are what is typed for it, `issued` the versions made before.
    """

    case_id: UUID
    town: str
    town_name: str
    form: PaperForm
    occasion: Occasion = field(repr=False)
    words: Mapping[str, str] = field(repr=False)
    values: Mapping[str, Value] = field(repr=False)
    lacking: tuple[Problem, ...]
    asked: tuple[Asked, ...]
    issued: tuple[IssuedPaper, ...]

    @property
    def choice(self) -> Choice:
        """How it is chosen."""
        return Choice(self.case_id, self.form.code, self.occasion.key, len(self.issued))

    @property
    def title(self) -> str:
        """Its name, with what tells it from others of its form."""
        label = self.occasion.label
        return f"{self.form.title}（{label}）" if label else self.form.title

    @property
    def draws_number(self) -> bool:
        """Whether its number is of its series: none is on file, or it was made under one of its own before."""
        was_drawn = any(paper.number for paper in self.issued)
        return self.form.series is not None and (was_drawn or not self.occasion.values.get(NUMBER))


def papers_of(office: Office, case_id: UUID, actor: Actor, clock: Clock, given: Given = _NOTHING) -> tuple[Offer, ...]:
    """What can be made of a case and the notices beside it, in the order of a file (卷宗).

    Raises `Sealed` where the case is closed to the person (保密), `Refusal` where it is voided or is not there.
    """
    return tuple(
        offer for subject in subjects(office, case_id, actor, clock) for offer in _offers(office, subject, given)
    )


def _offers(office: Office, subject: Subject, given: Given) -> Iterator[Offer]:
    case_id = subject.case.id
    issued = office.papers.of_case(case_id)
    earlier = typed_before(office, issued)
    for form in catalogue().of_kind(subject.case.kind):
        for occasion in OCCASIONS[form.code](subject, subject.case):
            words = words_for(case_id, form, occasion, given, earlier)
            values = values_of(form, occasion, words)
            yield Offer(
                case_id=case_id,
                town=subject.case.town,
                town_name=subject.town,
                form=form,
                occasion=occasion,
                words={name: text for name, text in words.items() if text},
                values=values,
                lacking=tuple(_lacking(form, values)),
                asked=tuple(asked_of(case_id, form, occasion, words, earlier)),
                issued=tuple(p for p in issued if (p.paper, p.occasion) == (form.code, occasion.key)),
            )


def values_of(form: PaperForm, occasion: Occasion, words: Mapping[str, str]) -> Mapping[str, Value]:
    """What stands in place of everything that the form offers, by what is typed for it."""
    placeholders = catalogue().placeholders
    values: dict[str, Value] = {}
    for name in form.offers:
        placeholder, told = placeholders[name], occasion.values.get(name)
        typed = words.get(name) if may_be_typed(name, told) else None
        value = typed or told or (() if placeholder.parts else None)
        values[name] = ended(value) if placeholder.sentence and isinstance(value, str) else value
    return values


def _lacking(form: PaperForm, values: Mapping[str, Value]) -> Iterator[Problem]:
    for name in form.needs:
        if name == NUMBER and form.series:
            continue
        if not values[name]:
            placeholder = catalogue().placeholders[name]
            where = name if placeholder.given else placeholder.field
            mend = f"{placeholder.mend.removesuffix('。')}，或者在这里补填。" if placeholder.fills else placeholder.mend
            yield Problem(where, "missing", f"{form.title}缺少“{name}”：{mend}")


def chosen(offers: Sequence[Offer], choices: Sequence[Choice]) -> tuple[Offer, ...]:
    """The offers that are wanted, in the order of a file; those that are no longer offered are left out."""
    wanted = set(choices)
    return tuple(offer for offer in offers if offer.choice in wanted)
