"""The catalogue of papers (文书目录): what can be made for which kinds of case, and what each must hold."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gridapp.domain.hazard_words import hazard_words
from gridapp.domain.kind import Kind
from gridapp.domain.notice import NoticeKind
from gridapp.domain.problem import Refusal

NUMBER = "文号"
"""The placeholder of a paper's number, drawn when it is made where its form has a series of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """Something that a template may ask for (占位符), by the office's own word.

    `field` is the record's field from which it comes and `mend` what to do where that is empty. A list has
    `parts`, one at least of which is printed. What is `given` is not on file and may be typed before the paper is
    made; what `fills` may be typed only where the record says nothing. What is `shared` is typed once for all papers
    of a case, anything else once for each occasion; what is `long` takes several lines. `words` are usual ones. A
    `sentence` ends as one, however it was written down.
    """

    name: str
    field: str
    mend: str
    parts: tuple[str, ...] = ()
    given: bool = False
    fills: bool = False
    shared: bool = False
    long: bool = False
    words: tuple[str, ...] = ()
    sentence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperForm:
    """A form of paper (文书样式): `needs` must not be empty, `may` be struck through.

    Its numbers run in a `series`, each written as `number` says (镇简称, 年, 号); without one it has none, or the
    case's own. What can also be entered as a `notice` (整改文书) has one series with those. `in_file` puts it into the
    file (卷宗) of its case, at its place in the catalogue; what is not `paged` (封面、目录、封底) holds the file
    together and bears no page number.
    """

    code: str
    title: str
    kinds: frozenset[Kind]
    needs: tuple[str, ...]
    may: tuple[str, ...] = ()
    series: str | None = None
    number: str | None = None
    notice: NoticeKind | None = None
    in_file: bool = False
    paged: bool = True

    @property
    def offers(self) -> tuple[str, ...]:
        """Every placeholder that its template may use."""
        return (*self.needs, *self.may)

    def written(self, town: str, year: int, running: int) -> str:
        """The `running`-th number of a year, in a town of some name."""
        if self.notice is not None:
            return hazard_words().notice_number(self.notice, town, year, running)
        return (self.number or "").format(镇简称=town[0], 年=year, 号=running)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every form in the order of a file, and every placeholder by its name."""

    forms: Sequence[PaperForm]
    placeholders: Mapping[str, Placeholder]

    def of_kind(self, kind: Kind) -> Sequence[PaperForm]:
        """The forms for a kind of case."""
        return [form for form in self.forms if kind in form.kinds]


@cache
def catalogue() -> Catalogue:
    """The catalogue kept in `resources/papers/papers.toml`, beside the templates."""
    data = tomllib.loads((files("resources") / "papers" / "papers.toml").read_text(encoding="utf-8"))
    return Catalogue(
        tuple(_form(told) for told in data["paper"]),
        {name: _placeholder(name, told) for name, told in data["placeholder"].items()},
    )


def form_named(word: str) -> PaperForm:
    """A form by its code or title; raises `Refusal` for another."""
    for form in catalogue().forms:
        if word in (form.code, form.title):
            return form
    known = "、".join(f"{form.code}（{form.title}）" for form in catalogue().forms)
    raise Refusal(f"没有“{word}”这种文书，可用的有：{known}。")


def _form(told: Mapping[str, object]) -> PaperForm:
    lists = {name: tuple(words) for name, words in told.items() if isinstance(words, list) and name != "kinds"}
    kinds = frozenset(Kind(word) for word in _words(told["kinds"]))
    plain = {name: value for name, value in told.items() if not isinstance(value, list) and name != "notice"}
    notice = NoticeKind(str(told["notice"])) if "notice" in told else None
    return PaperForm(kinds=kinds, notice=notice, **lists, **plain)  # type: ignore[arg-type]


def _placeholder(name: str, told: Mapping[str, object]) -> Placeholder:
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in told.items()}
    return Placeholder(name=name, **values)  # type: ignore[arg-type]


def _words(value: object) -> Sequence[str]:
    return [str(word) for word in value] if isinstance(value, list) else []
