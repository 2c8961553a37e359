"""A report in words on paper (总结打印): laid out as official documents are (GB/T 9704), with the table of sources."""

from collections.abc import Sequence
from dataclasses import replace

from gridapp.domain.moment import spoken
from gridapp.pages.blocks import MM, Align, Block, Count, Face, PageBreak, Paragraph, Row, Run, Table, cells_of
from gridapp.pages.document import OFFICIAL, Document, Section
from gridapp.pages.framed import heading_row
from gridapp.reporting.prose.document import Document as Report
from gridapp.reporting.prose.sources import HEADINGS, WIDTHS, Source

SIGNATURES = ("填报人：", "审核人：", "签发人：", "填报单位（盖章）：", "日期：")
_TITLE, _BODY, _NUMBER, _SOURCES = 22.0, 16.0, 14.0, 9.0
_LINE = 28.0


def report_pages(report: Report, sources: Sequence[Source]) -> Document:
    """The report as a document."""
    blocks: list[Block] = [
        Paragraph(runs=(Run(report.title, _TITLE, bold=True),), align=Align.CENTRE, line=34),
        Paragraph(runs=(Run(f"（数据截至 {spoken(report.as_of)}）", _NUMBER),), align=Align.CENTRE, line=_LINE),
    ]
    for paragraph in report.paragraphs:
        blocks.append(_body(paragraph.heading, Face.HEI, keep=True))
        blocks.append(_body(paragraph.text))
    blocks.append(_body(""))
    blocks += (_body(line) for line in SIGNATURES)
    blocks.append(PageBreak())
    blocks.append(Paragraph(runs=(Run("附：数字出处", _BODY, Face.HEI),), line=_LINE, keep=True))
    rows = (Row(cells=cells_of(source.line(place), _SOURCES)) for place, source in enumerate(sources, 1))
    blocks.append(Table(rows=(heading_row(HEADINGS), *rows), widths=tuple(wide * MM for wide in WIDTHS), head=1))
    return Document(report.title, (Section(replace(OFFICIAL, foot=(_page_number(),)), tuple(blocks)),))


def _body(text: str, face: Face = Face.SONG, *, keep: bool = False) -> Paragraph:
    return Paragraph(runs=(Run(text, _BODY, face),), align=Align.BOTH, first=2 * _BODY, line=_LINE, keep=keep)


def _page_number() -> Paragraph:
    """— 1 —, as at the foot of official documents."""
    runs = (Run("— ", _NUMBER), Run("", _NUMBER, count=Count.PAGE), Run(" —", _NUMBER))
    return Paragraph(runs=runs, align=Align.CENTRE)
