"""A document set on pages (排版): the same pages for the preview, the printer and the PDF."""

from collections.abc import Sequence

from gridapp.pages.blocks import Count, Paragraph
from gridapp.pages.document import Document, PageSetUp, Section
from gridapp.pages.drawn import LaidPage, Stroke, Text
from gridapp.pages.flow import Flow
from gridapp.pages.laid_lines import laid
from gridapp.pages.ruler import Metrics, Ruler
from gridapp.pages.units import SLOT


def laid_out(document: Document, metrics: Metrics) -> list[LaidPage]:
    """The pages of a document, with their heads, feet and numbers."""
    return [page for pages in laid_sections(document, metrics) for page in pages]


def laid_sections(document: Document, metrics: Metrics) -> list[list[LaidPage]]:
    """The pages of each section."""
    ruler = Ruler(metrics)
    sections: list[list[LaidPage]] = []
    for section in document.sections:
        flow = Flow(section.set_up, ruler)
        flow.put(section.blocks)
        sections.append(flow.pages)
    for together in _counted_together(document, sections):
        total, number = sum(len(pages) for _, pages in together), 0
        for section, pages in together:
            for page in pages:
                number += 1
                _finish(page, section.set_up, ruler, number, total)
    return sections


def _counted_together(
    document: Document, sections: Sequence[list[LaidPage]]
) -> Sequence[Sequence[tuple[Section, list[LaidPage]]]]:
    """The sections with their pages, each group of which is counted from one."""
    groups: list[list[tuple[Section, list[LaidPage]]]] = []
    for section, pages in zip(document.sections, sections, strict=True):
        if section.counted_anew or not groups:
            groups.append([])
        groups[-1].append((section, pages))
    return groups


def _finish(page: LaidPage, set_up: PageSetUp, ruler: Ruler, number: int, total: int) -> None:
    """Puts head and foot on a page, and the numbers where they are counted."""
    _put(page, set_up, set_up.head, set_up.head_at, ruler)
    height = laid(set_up.foot, ruler, set_up.room)[1]
    _put(page, set_up, set_up.foot, set_up.height - set_up.foot_at - height, ruler)
    for item in page.items:
        if isinstance(item, Text) and item.count is not None:
            room = ruler.width(SLOT, item.face, item.size)
            item.text = str(number if item.count is Count.PAGE else total)
            item.x += (room - ruler.width(item.text, item.face, item.size)) / 2


def _put(page: LaidPage, set_up: PageSetUp, paragraphs: Sequence[Paragraph], top: float, ruler: Ruler) -> None:
    for line in laid(paragraphs, ruler, set_up.room)[0]:
        for text in line.texts:
            text.x += set_up.left
            text.y += top + line.top
            page.items.append(text)
        for stroke in line.strokes:
            left, down = set_up.left, top + line.top
            page.items.append(Stroke(stroke.x1 + left, stroke.y1 + down, stroke.x2 + left, stroke.y2 + down))
