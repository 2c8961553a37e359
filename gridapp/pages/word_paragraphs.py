"""The paragraphs of a Word file (Word 段落): words, breaks, page numbers, pictures; what cannot be carried is named."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from gridapp.pages.blocks import Align, Block, Count, PageBreak, Paragraph, Picture, Run
from gridapp.pages.word_package import Package, R, W
from gridapp.pages.word_styles import Look, Styles, align_of, indents_of, is_on, line_of, plain, points, run_of

_EMU = 12_700
"""The unit of drawings, in a point."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_COUNTS = {"PAGE": Count.PAGE, "NUMPAGES": Count.PAGES}
_SIGNS = {"A3": "□", "A8": "□", "6F": "□", "6E": "■", "FC": "√", "FE": "☑", "52": "☑", "FB": "×"}
"""What Wingdings shows where a form has a box to tick."""
_FORMS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_LEFT_OUT = {
    "pict": "文本框或图形",
    "object": "嵌入对象",
    "AlternateContent": "文本框或图形",
    "footnoteReference": "脚注",
    "endnoteReference": "尾注",
    "oMath": "公式",
}
_THROUGH = frozenset({"hyperlink", "ins", "smartTag", "fldSimple", "sdt", "sdtContent", "moveTo"})


class Paragraphs:
    """Reads paragraphs; `left_out` fills with what they have and a page of ours cannot show."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._package, self._styles = package, styles
        self.left_out: dict[str, None] = {}

    def blocks(self, paragraph: Element, table: str | None = None) -> Iterator[Block]:
        """A paragraph, in a table of a style; several blocks where it holds a break or a picture."""
        properties = paragraph.find(f"{W}pPr")
        look = self._styles.paragraph(properties, table)
        if is_on(look, "pageBreakBefore"):
            yield PageBreak()
        for name, what in (("numPr", "自动编号"), ("pBdr", "段落边框")):
            if name in look:
                self.left_out[what] = None
        runs: list[Run] = []
        has_more = False
        for part in self._parts(paragraph, properties, _Field()):
            if isinstance(part, Run):
                runs.append(part)
                continue
            if runs:
                yield self._told(look, properties, runs)
            yield replace(part, align=align_of(look)) if isinstance(part, Picture) else part
            runs, has_more = [], True
        if runs or not has_more:
            yield self._told(look, properties, runs)

    def _told(self, look: Look, properties: Element | None, runs: Iterable[Run]) -> Paragraph:
        told = tuple(runs)
        if not told:
            # An empty line is as high as the mark at its end.
            mark = properties.find(f"{W}rPr") if properties is not None else None
            told = (run_of(self._styles.words(properties, mark)),)
        size = max(run.size for run in told)
        first, left, right = indents_of(look, told[0].size)
        spacing = look.get("spacing", {})
        return Paragraph(
            runs=told,
            align=align_of(look),
            first=first,
            left=left,
            right=right,
            before=points(spacing.get("before")),
            after=points(spacing.get("after")),
            line=line_of(look, size),
            stops=tuple(_stops(properties, left)),
            keep=is_on(look, "keepNext"),
        )

    def _parts(
        self, parent: Element, properties: Element | None, field: "_Field"
    ) -> Iterator[Run | PageBreak | Picture]:
        for child in parent:
            name = plain(child)
            if name == "r":
                yield from self._run(child, properties, field)
            elif name in _THROUGH:
                simple = child.get(f"{W}instr")
                if simple is not None and _counted(simple) is not None:
                    yield replace(run_of(self._styles.words(properties, None)), count=_counted(simple))
                else:
                    yield from self._parts(child, properties, field)
            elif name in _LEFT_OUT:
                self.left_out[_LEFT_OUT[name]] = None

    def _run(self, run: Element, properties: Element | None, field: "_Field") -> Iterator[Run | PageBreak | Picture]:
        look = self._styles.words(properties, run.find(f"{W}rPr"))
        if is_on(look, "vanish"):
            return
        styled = run_of(look)
        for child in run:
            name = plain(child)
            if name == "fldChar":
                counted = field.sign(child.get(f"{W}fldCharType", ""))
                if counted is not None:
                    yield replace(styled, count=counted)
            elif name == "instrText":
                field.instruction += child.text or ""
            elif field.is_hidden:
                continue
            elif name == "br" and child.get(f"{W}type") == "page":
                yield PageBreak()
            elif name == "drawing":
                yield from self._drawing(child)
            elif name in _LEFT_OUT:
                self.left_out[_LEFT_OUT[name]] = None
            else:
                text = self._text(name, child)
                if text:
                    yield replace(styled, text=text)

    def _text(self, name: str, child: Element) -> str:
        if name == "t":
            return (child.text or "").replace("\n", " ")
        if name == "sym":
            sign = _SIGNS.get(child.get(f"{W}char", "")[-2:].upper())
            if sign is None:
                self.left_out["特殊符号"] = None
            return sign or ""
        return {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(name, "")

    def _drawing(self, drawing: Element) -> Iterator[Picture]:
        inline, blip = drawing.find(f"{_DRAWING}inline"), next(drawing.iter(_BLIP), None)
        size = inline.find(f"{_DRAWING}extent") if inline is not None else None
        data = self._package.data_of(blip.get(f"{R}embed")) if blip is not None else None
        if size is None or data is None or not data.startswith(_FORMS):
            self.left_out["图形或浮动图片" if size is None or data is None else "不是 PNG 或 JPEG 的图片"] = None
            return
        wide, high = (float(size.get(name, "0")) / _EMU for name in ("cx", "cy"))
        if wide > 0 and high > 0:
            yield Picture(data=data, width=wide, height=high, align=Align.LEFT)


class _Field:
    """A field while it is read: its instruction, then what it showed when the file was saved."""

    def __init__(self) -> None:
        self.instruction = ""
        self._depth = 0
        self._in_instruction = False

    @property
    def is_hidden(self) -> bool:
        """Whether what is read is not to be shown."""
        return self._depth > 0 and (self._in_instruction or _counted(self.instruction) is not None)

    def sign(self, kind: str) -> Count | None:
        """Takes a sign of a field; what is to be counted where the field ends."""
        if kind == "begin":
            self._depth, self._in_instruction, self.instruction = self._depth + 1, True, ""
        elif kind == "separate":
            self._in_instruction = False
        elif kind == "end" and self._depth:
            self._depth, self._in_instruction = self._depth - 1, False
            return _counted(self.instruction)
        return None


def _counted(instruction: str) -> Count | None:
    return _COUNTS.get(instruction.split()[0].upper()) if instruction.split() else None


def _stops(properties: Element | None, left: float) -> Iterator[float]:
    tabs = properties.find(f"{W}tabs") if properties is not None else None
    found = [points(tab.get(f"{W}pos")) for tab in tabs if tab.get(f"{W}val") != "clear"] if tabs is not None else []
    yield from sorted(stop - left for stop in found if stop > left)
