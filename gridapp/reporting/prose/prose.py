"""Writing a report (生成总结): which sentences are said of a town's period, and with which numbers."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from gridapp.counting.basis import Basis, moved
from gridapp.counting.change import change_of
from gridapp.counting.ledger import Ledger
from gridapp.counting.posting import Dimension
from gridapp.counting.words import TITLES, UNFILLED, Words
from gridapp.domain.period import Period
from gridapp.reporting.prose.asking import Asker, Scope
from gridapp.reporting.prose.document import Document, Name, Number, Paragraph, Plain, Run
from gridapp.reporting.prose.saying import Manner, change_said, nothing_to_tell, ordinal, period_said, said
from gridapp.reporting.prose.wording import (
    PERIOD,
    TOWN,
    Clause,
    Figure,
    Named,
    Part,
    Passage,
    Sentence,
    Slot,
    Wording,
)
from gridapp.reporting.prose.wording_files import summary_wording

_ENDS = "。"


def prose(
    ledger: Ledger, words: Words, town: str, period: Period, now: datetime, as_of: datetime | None = None
) -> Document:
    """The summary (总结) of a town (its code) in a period, read off the ledger now or as it stood at a moment.

    What has not happened is left out; a sentence that claims that nothing happened says so only where its registers
    prove it. Raises `Refusal` where the wording's files cannot be used.
    """
    return written(summary_wording(), ledger, words, town, period, now, as_of)


def written(
    wording: Wording,
    ledger: Ledger,
    words: Words,
    town: str,
    period: Period,
    now: datetime,
    as_of: datetime | None = None,
) -> Document:
    """A report by a wording of one's own."""
    writer = _Writer(Asker(ledger, words, town, period, as_of, wording), as_of or now)
    told = [(passage.heading, tuple(writer.sentences(passage))) for passage in wording.passages]
    chapters = [(heading, sentences) for heading, sentences in told if sentences]
    return Document(
        title="".join(run.text for run in writer.runs(wording.title, {})),
        town=words.name(Dimension.TOWN, town) or town,
        period=period,
        as_of=as_of or now,
        paragraphs=tuple(
            Paragraph(f"{ordinal(place)}、{heading}", sentences)
            for place, (heading, sentences) in enumerate(chapters, 1)
        ),
    )


class _Writer:
    def __init__(self, asker: Asker, as_of: datetime) -> None:
        self._asker, self._as_of = asker, as_of

    def sentences(self, passage: Passage) -> Iterator[tuple[Run, ...]]:
        for sentence in passage.sentences:
            scopes: Sequence[Scope] = [{}]
            if sentence.each:
                scopes = _told_of(self._asker.words_of(sentence.figures, sentence.each, {}, None), sentence)
            for scope in scopes:
                if runs := tuple(_joined(self._sentence(sentence, scope))):
                    yield runs

    def _sentence(self, sentence: Sentence, scope: Scope) -> Iterator[Run]:
        clauses = [list(self._clause(clause, scope)) for clause in sentence.clauses]
        told = [runs for runs in clauses if runs]
        if not told or not (clauses[0] or sentence.loose):
            return
        yield from self.runs(sentence.before, scope)
        for place, runs in enumerate(told):
            if place:
                yield Plain(sentence.joint)
            yield from runs
        yield Plain(_ENDS)

    def _clause(self, clause: Clause, scope: Scope) -> Iterator[Run]:
        scopes: Sequence[Scope] = [scope]
        if clause.each:
            asked = [slot.figure for slot in clause.slots]
            found = self._asker.words_of(asked, clause.each, scope, clause.top)
            scopes = [{**scope, **narrower} for narrower in _told_of(found, clause)]
        said_of = [narrower for narrower in scopes if self._is_said(clause, narrower)]
        for place, narrower in enumerate(said_of):
            yield Plain(clause.joint if place else clause.before)
            yield from self.runs(clause.parts, narrower)
        if said_of:
            yield Plain(clause.after)

    def _is_said(self, clause: Clause, scope: Scope) -> bool:
        if not all(self._is_zero(figure, scope) for figure in clause.zero):
            return False
        if any(self._is_zero(figure, scope) for figure in clause.some):
            return False
        others = [slot.figure for slot in clause.slots if slot.figure not in clause.zero]
        return not others or not all(self._is_zero(figure, scope) for figure in others)

    def _is_zero(self, figure: Figure, scope: Scope) -> bool:
        return nothing_to_tell(self._asker.value(figure, self._asker.cut(figure, scope)))

    def runs(self, parts: Sequence[Part], scope: Scope) -> Iterator[Run]:
        for part in parts:
            if isinstance(part, Slot):
                yield from self._changed(part, scope) if part.manner is Manner.CHANGE else self._number(part, scope)
            elif isinstance(part, Named):
                yield Name(self._name(part, scope))
            else:
                yield Plain(part)

    def _name(self, named: Named, scope: Scope) -> str:
        if isinstance(named.of, Dimension) and named.of is not Dimension.TOWN:
            return self._asker.words.name(named.of, scope[named.of]) or f"{UNFILLED}{TITLES[named.of]}"
        if named.of == TOWN:
            return self._asker.words.name(Dimension.TOWN, self._asker.town) or self._asker.town
        assert named.of == PERIOD
        return period_said(self._asker.period)

    def _number(self, slot: Slot, scope: Scope) -> Iterator[Run]:
        cut = self._asker.cut(slot.figure, scope)
        value = self._asker.value(slot.figure, cut)
        text = said(value, slot.manner)
        if slot.when_zero is not None and nothing_to_tell(value):
            text = slot.when_zero
        (unit,) = cut.where.get(Dimension.UNIT) or (slot.figure.indicator.unit,)
        yield Number(
            text=text,
            indicator=slot.figure.indicator,
            cut=cut,
            value=value,
            unit=unit or UNFILLED,
            as_of=self._as_of,
        )

    def _changed(self, slot: Slot, scope: Scope) -> Iterator[Run]:
        """（同比上升12.50%）, （同比持平）; nothing where last year gives no base (零基数)."""
        figure = slot.figure
        cut = self._asker.cut(figure, scope)
        against = moved(cut, Basis.LAST_YEAR)
        change = change_of(self._asker.value(figure, cut), self._asker.value(figure, against))
        if change is None:
            return
        direction, text, unit = change_said(change)
        yield Plain(f"（{Basis.LAST_YEAR.change}{direction}")
        yield Number(
            text=text,
            indicator=figure.indicator,
            cut=cut,
            value=change.amount,
            unit=unit,
            as_of=self._as_of,
            against=against,
        )
        yield Plain(f"{unit}）")


def _told_of(scopes: Sequence[Scope], said: Sentence | Clause) -> Sequence[Scope]:
    return [scope for scope in scopes if not (said.filled and None in scope.values())]


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with neighbouring plain words as one."""
    words = ""
    for run in runs:
        if isinstance(run, Plain):
            words += run.text
            continue
        if words:
            yield Plain(words)
            words = ""
        yield run
    if words:
        yield Plain(words)
