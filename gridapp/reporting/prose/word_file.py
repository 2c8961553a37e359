"""A report as a Word file (总结 .docx): laid out as official documents are (GB/T 9704), with the table of sources.

python-docx is slow to import: this module is imported only where a file is written.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from gridapp.domain.moment import spoken
from gridapp.reporting.prose.document import Document
from gridapp.reporting.prose.sources import HEADINGS, WIDTHS, Source
from gridapp.workbooks.whole_file import put_in_place

BODY, HEAD, TITLE = "仿宋", "黑体", "宋体"
SIGNATURES = ("填报人：", "审核人：", "签发人：", "填报单位（盖章）：", "日期：")
_WESTERN = "Times New Roman"


def write_word(path: Path, document: Document, sources: Sequence[Source]) -> None:
    """Writes the report; raises `Refusal` where it cannot be written."""
    file: Any = docx.Document()
    _set_up(file, document)
    _paragraph(file, document.title, TITLE, 22, bold=True, centred=True)
    _paragraph(file, f"（数据截至 {spoken(document.as_of)}）", BODY, 14, centred=True)
    for paragraph in document.paragraphs:
        _paragraph(file, paragraph.heading, HEAD, 16, indented=True)
        _paragraph(file, paragraph.text, BODY, 16, indented=True)
    _paragraph(file, "", BODY, 16)
    for line in SIGNATURES:
        _paragraph(file, line, BODY, 16, indented=True)
    file.add_page_break()
    _paragraph(file, "附：数字出处", HEAD, 16)
    _table(file, sources)
    put_in_place(path, lambda target: file.save(str(target)))


def _set_up(file: Any, document: Document) -> None:
    """A4, the margins of official documents, page numbers; dated by the figures, not by the clock."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)
    normal = file.styles["Normal"]
    _fonts(normal, BODY, 16)
    language = OxmlElement("w:lang")
    language.set(qn("w:eastAsia"), "zh-CN")
    normal.element.get_or_add_rPr().append(language)
    _number_pages(section.footer.paragraphs[0])
    properties = file.core_properties
    properties.title, properties.author, properties.language = document.title, document.town, "zh-CN"
    properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = document.as_of


def _paragraph(
    file: Any, text: str, font: str, size: int, *, bold: bool = False, centred: bool = False, indented: bool = False
) -> None:
    paragraph = file.add_paragraph()
    layout = paragraph.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(max(28, size + 12))
    if indented:
        layout.first_line_indent = Pt(2 * size)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold = bold
    _fonts(run, font, size)


def _fonts(styled: Any, font: str, size: float) -> None:
    """Names the font for Chinese letters too; without `eastAsia` Word takes one of its own for them."""
    styled.font.name, styled.font.size = _WESTERN, Pt(size)
    fonts = styled.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    fonts.set(qn("w:ascii"), _WESTERN)
    fonts.set(qn("w:hAnsi"), _WESTERN)


def _number_pages(paragraph: Any) -> None:
    """— 1 — at the foot, a field that Word counts itself."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text, field in (("— ", None), ("", "PAGE"), (" —", None)):
        run = paragraph.add_run(text)
        _fonts(run, TITLE, 14)
        if field is None:
            continue
        for kind in ("begin", None, "end"):
            if kind is None:
                element = OxmlElement("w:instrText")
                element.set(qn("xml:space"), "preserve")
                element.text = field
            else:
                element = OxmlElement("w:fldChar")
                element.set(qn("w:fldCharType"), kind)
            run._r.append(element)  # noqa: SLF001


def _table(file: Any, sources: Sequence[Source]) -> None:
    table = file.add_table(rows=1, cols=len(HEADINGS), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    _fill(table.rows[0], HEADINGS, HEAD)
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001
    for place, source in enumerate(sources, 1):
        _fill(table.add_row(), source.line(place), BODY)


def _fill(row: Any, texts: Sequence[str], font: str) -> None:
    whole = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(whole)  # noqa: SLF001
    for cell, text, width in zip(row.cells, texts, WIDTHS, strict=True):
        cell.width = Mm(width)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.line_spacing = 1.0
        paragraph.paragraph_format.space_after = Pt(0)
        _fonts(paragraph.add_run(text), font, 9)
