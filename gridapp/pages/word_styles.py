"""How a Word file says that words look (Word 样式): defaults, styles on styles, and what is said in place."""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from gridapp.pages.blocks import BODY, Align, Face, Run
from gridapp.pages.laid_lines import LEADING
from gridapp.pages.word_package import W

Look = Mapping[str, Mapping[str, str]]
"""What is said of something: by the name of a property its attributes."""
_TWIPS = 20
_FARTHEST = 31_680
"""The greatest measure that Word knows, 22 inches in twips."""
_SIZES = 1.0, 1638.0
_HALF, _DIGITS = 2, 4
_LINE = 240
_NOT = frozenset({"0", "false", "off", "none"})
_ALIGNS = {
    "center": Align.CENTRE,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.BOTH,
    "distribute": Align.BOTH,
}
_HEI = ("黑", "Hei", "Gothic", "雅黑", "等线", "Arial")


def plain(element: Element) -> str:
    """The name of an element or attribute without its namespace."""
    return element.tag.rpartition("}")[2]


def attributes(element: Element) -> dict[str, str]:
    """Its attributes by their plain names."""
    return {name.rpartition("}")[2]: value for name, value in element.attrib.items()}


def look_of(*told: Element | None, on: Look | None = None) -> Look:
    """What some lists of properties say together, the later ones with more weight."""
    look = {name: dict(said) for name, said in (on or {}).items()}
    for properties in told:
        for one in properties if properties is not None else ():
            said = attributes(one) or {"val": "1"}
            look[plain(one)] = {**look.get(plain(one), {}), **said}
    return look


def is_on(look: Look, name: str) -> bool:
    """Whether a property is switched on."""
    return name in look and look[name].get("val", "1") not in _NOT


def points(text: str | None) -> float:
    """Twips as points; nothing, or what is no measure, is 0."""
    try:
        told = float(text or 0)
    except ValueError:
        return 0.0
    return told / _TWIPS if abs(told) <= _FARTHEST else 0.0


class Styles:
    """The styles of a file."""

    def __init__(self, root: Element | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._plain = look_of(), look_of()
        for style in root.iter(f"{W}style") if root is not None else ():
            name, kind = style.get(f"{W}styleId", ""), style.get(f"{W}type", "")
            self._by_id[name] = style
            if style.get(f"{W}default") in {"1", "true"}:
                self._defaults[kind] = name
        if root is not None:
            defaults = f"{W}docDefaults/{W}"
            self._plain = (
                look_of(root.find(f"{defaults}pPrDefault/{W}pPr")),
                look_of(root.find(f"{defaults}rPrDefault/{W}rPr")),
            )

    def paragraph(self, properties: Element | None, table: str | None = None) -> Look:
        """How a paragraph looks; in a table of a style, the style has its say before the paragraph's own."""
        chain = self._chain(table, "table") if table is not None else []
        chain += self._chain(_named(properties, "pStyle"), "paragraph")
        return look_of(*(style.find(f"{W}pPr") for style in chain), properties, on=self._plain[0])

    def words(self, paragraph: Element | None, properties: Element | None) -> Look:
        """How words in a paragraph look."""
        of_paragraph = self._chain(_named(paragraph, "pStyle"), "paragraph")
        of_words = self._chain(_named(properties, "rStyle"), "character")
        chain = (style.find(f"{W}rPr") for style in (*of_paragraph, *of_words))
        return look_of(*chain, properties, on=self._plain[1])

    def table(self, properties: Element | None) -> Iterable[Element]:
        """What says how a table looks: its styles' properties, then its own."""
        for style in self._chain(table_style(properties), "table"):
            own = style.find(f"{W}tblPr")
            if own is not None:
                yield own
        if properties is not None:
            yield properties

    def _chain(self, name: str | None, kind: str) -> list[Element]:
        """A style behind those on which it is based."""
        chain: list[Element] = []
        for style in self._upward(name or self._defaults.get(kind)):
            chain.insert(0, style)
        return chain

    def _upward(self, name: str | None) -> Iterator[Element]:
        seen: set[str] = set()
        while name and name in self._by_id and name not in seen:
            seen.add(name)
            style = self._by_id[name]
            yield style
            name = _named(style, "basedOn")


def table_style(properties: Element | None) -> str | None:
    """The name of the style that a table has."""
    return _named(properties, "tblStyle")


def _named(properties: Element | None, what: str) -> str | None:
    found = properties.find(f"{W}{what}") if properties is not None else None
    return found.get(f"{W}val") if found is not None else None


def run_of(look: Look, text: str = "") -> Run:
    """Words in the type that a look asks for."""
    said = look.get("sz", {}).get("val", "")
    size = float(said) / _HALF if said.isdecimal() and len(said) <= _DIGITS else BODY
    name = look.get("rFonts", {}).get("eastAsia") or look.get("rFonts", {}).get("ascii", "")
    face = Face.HEI if any(part in name for part in _HEI) else Face.SONG
    return Run(text, min(max(size, _SIZES[0]), _SIZES[1]), face, is_on(look, "b"), is_on(look, "u"))


def align_of(look: Look) -> Align:
    """To which side lines are set."""
    return _ALIGNS.get(look.get("jc", {}).get("val", ""), Align.LEFT)


def indents_of(look: Look, size: float) -> tuple[float, float, float]:
    """First, left and right indent; what is told in hundredths of a letter goes before what is told in twips."""

    def one(name: str) -> float:
        letters = points(said.get(f"{name}Chars")) * _TWIPS / 100
        return letters * size if letters else points(said.get(name))

    said = look.get("ind", {})
    left = one("left") or one("start")
    right = one("right") or one("end")
    return one("firstLine") - one("hanging"), left, right


def line_of(look: Look, size: float) -> float | None:
    """The height of a line; None where the type says it."""
    said = look.get("spacing", {})
    told = points(said.get("line"))
    if told <= 0:
        return None
    rule = said.get("lineRule", "auto")
    if rule == "exact":
        return told
    natural = size * LEADING
    return max(told, natural) if rule == "atLeast" else natural * told * _TWIPS / _LINE
