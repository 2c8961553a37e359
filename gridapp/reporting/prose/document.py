"""A report in words (文字报告): paragraphs of plain text, names and numbers, each number with what it is asked of."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from gridapp.counting.amount import Value
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Indicator
from gridapp.domain.period import Period


@dataclass(frozen=True, slots=True)
class Plain:
    """Words without any figure."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a town, a period, a drive or a word of the ledger; a figure in it (“3.8”) counts nothing."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as it is said, with the figure behind it: `cases_behind(ledger, indicator, cut)` are its cases.

    `value` is the figure itself. Where the text tells how it has changed since the same period of last year (同比),
    `value` is that change (% of an amount, 个百分点 of a rate; nothing over a zero base), and `against` is the cut of
    last year. `as_of` is the moment until which the ledger was read.
    """

    text: str
    indicator: Indicator
    cut: Cut
    value: Value
    unit: str
    as_of: datetime
    against: Cut | None = None

    @property
    def rule(self) -> str:
        """How it is counted, in one sentence (口径)."""
        return self.indicator.rule


Run = Plain | Name | Number


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its heading: sentences, each of runs, so that one can be left out."""

    heading: str
    sentences: tuple[tuple[Run, ...], ...]

    @property
    def runs(self) -> tuple[Run, ...]:
        """Everything in it, in the order of reading."""
        return tuple(chain.from_iterable(self.sentences))

    @property
    def text(self) -> str:
        """The paragraph as it is read, without its heading."""
        return "".join(run.text for run in self.runs)

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Its numbers, in their order."""
        return tuple(run for run in self.runs if isinstance(run, Number))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report of a town's period (总结), as it stood at a moment."""

    title: str
    town: str
    period: Period
    as_of: datetime
    paragraphs: tuple[Paragraph, ...]

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Every number, in the order of reading."""
        return tuple(number for paragraph in self.paragraphs for number in paragraph.numbers)

    def without(self, left_out: Collection[tuple[int, int]]) -> "Document":
        """The report without some sentences, each given by its place in its paragraph and the paragraph's place.

        A place is (paragraph, sentence), both from 0; a paragraph without any sentence left goes with them.
        """
        kept = [
            replace(
                paragraph,
                sentences=tuple(
                    sentence for there, sentence in enumerate(paragraph.sentences) if (here, there) not in left_out
                ),
            )
            for here, paragraph in enumerate(self.paragraphs)
        ]
        return replace(self, paragraphs=tuple(paragraph for paragraph in kept if paragraph.sentences))

    @property
    def text(self) -> str:
        """The report as plain text: title, then headings and paragraphs."""
        parts = [f"{paragraph.heading}\n{paragraph.text}" for paragraph in self.paragraphs]
        return "\n\n".join([self.title, *parts])
