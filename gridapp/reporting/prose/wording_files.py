"""Reading the wording of a report (读取报告文字) from `resources/prose`, where an office can change it."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Formatter
from typing import Any

from gridapp.counting.indicator import catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.domain.problem import Refusal
from gridapp.reporting.prose.saying import Manner
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

_NAMES = frozenset({TOWN, PERIOD})
_DIMENSIONS = frozenset(dimension.value for dimension in Dimension)
_MANNERS = frozenset(manner.value for manner in Manner)
_WHEN_ZERO = "="


@cache
def summary_wording() -> Wording:
    """The wording of the summary (总结) that comes with the program; raises `Refusal` as `wording_from` does."""
    return wording_from(files("resources") / "prose")


def wording_from(folder: Traversable) -> Wording:
    """The wording in a folder; raises `Refusal` that names the file where one says what cannot be meant.

    No text may hold a digit: every number of a report is a figure of the ledger.
    """
    head = _read(folder, "summary")
    try:
        title, passages = tuple(_parts("summary", head["title"], {})), list(head["passages"])
    except KeyError as error:
        raise _wrong("summary", f"缺少 {error.args[0]}") from error
    return Wording(title, tuple(_passage(folder, name) for name in passages))


def _read(folder: Traversable, name: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(name, "读不出来") from error


def _passage(folder: Traversable, name: str) -> Passage:
    data = _read(folder, name)
    try:
        figures = {key: _figure(entry) for key, entry in data["figures"].items()}
        return Passage(data["heading"], tuple(_sentence(name, entry, figures) for entry in data["sentence"]))
    except (KeyError, ValueError) as error:
        raise _wrong(name, f"看不懂或缺少 {error.args[0]}") from error


def _figure(entry: str | Mapping[str, Any]) -> Figure:
    if isinstance(entry, str):
        return Figure(indicator_named(entry))
    where: Mapping[str, str | Sequence[str]] = entry.get("where", {})
    words = {Dimension(d): (word,) if isinstance(word, str) else tuple(word) for d, word in where.items()}
    return Figure(indicator_named(entry["indicator"]), words)


def _sentence(file: str, entry: Mapping[str, Any], figures: Mapping[str, Figure]) -> Sentence:
    each = _dimensions(entry)
    clauses = tuple(_clause(file, clause, figures, each) for clause in entry["clause"])
    return Sentence(
        clauses=clauses,
        loose=entry.get("loose", False),
        joint=_words(file, entry.get("joint", "，")),
        before=tuple(_parts(file, entry.get("before", ""), figures)),
        each=each,
        filled=entry.get("filled", False),
    )


def _clause(
    file: str, entry: Mapping[str, Any], figures: Mapping[str, Figure], around: tuple[Dimension, ...]
) -> Clause:
    clause = Clause(
        parts=tuple(_parts(file, entry["text"], figures)),
        zero=tuple(_named(file, name, figures) for name in entry.get("zero", ())),
        some=tuple(_named(file, name, figures) for name in entry.get("some", ())),
        each=_dimensions(entry),
        filled=entry.get("filled", False),
        top=entry.get("top"),
        joint=_words(file, entry.get("joint", "、")),
        before=_words(file, entry.get("before", "")),
        after=_words(file, entry.get("after", "")),
    )
    for figure in (*(slot.figure for slot in clause.slots), *clause.zero, *clause.some):
        _check(file, figure, (*around, *clause.each))
    return clause


def _dimensions(entry: Mapping[str, Any]) -> tuple[Dimension, ...]:
    return tuple(Dimension(word) for word in entry.get("each", ()))


def _check(file: str, figure: Figure, each: tuple[Dimension, ...]) -> None:
    """Raises `Refusal` for a figure that its kind cannot tell so, or in which units would be added."""
    chapter = catalogue()[figure.indicator.kind]
    asked = {*figure.where, *each}
    if asked - {Dimension.TOWN} - {*chapter.dimensions} or asked & figure.indicator.lacks:
        raise _wrong(file, f"“{figure.indicator.name}”不能这样筛选")
    apart = chapter.apart
    if apart is not None and apart not in each and len(figure.where.get(apart, ())) != 1:
        raise _wrong(file, f"“{figure.indicator.name}”没有分开单位，不同单位不能相加")


def _parts(file: str, text: str, figures: Mapping[str, Figure]) -> Iterator[Part]:
    for words, name, spec, _ in Formatter().parse(text):
        if words:
            yield _words(file, words)
        if name is None:
            continue
        if name in _NAMES:
            yield Named(name)
        elif name in figures:
            yield _slot(file, figures[name], spec or "")
        elif name in _DIMENSIONS:
            yield Named(Dimension(name))
        else:
            raise _wrong(file, f"没有叫“{name}”的数字")


def _words(file: str, words: str) -> str:
    if any(letter.isdigit() for letter in words):
        raise _wrong(file, f"文字“{words}”里有数字，数字要由软件填写")
    return words


def _slot(file: str, figure: Figure, spec: str) -> Slot:
    if spec.startswith(_WHEN_ZERO):
        return Slot(figure, Manner.EXACT, spec.removeprefix(_WHEN_ZERO))
    if spec not in _MANNERS:
        raise _wrong(file, f"数字没有“{spec}”这种写法")
    return Slot(figure, Manner(spec))


def _named(file: str, name: str, figures: Mapping[str, Figure]) -> Figure:
    if name not in figures:
        raise _wrong(file, f"没有叫“{name}”的数字")
    return figures[name]


def _wrong(file: str, what: str) -> Refusal:
    return Refusal(f"报告文字 resources/prose/{file}.toml 有误：{what}，请改正这个文件。")
