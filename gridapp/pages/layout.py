"""A document set on pages (排版): the same pages for the preview, the printer and the PDF."""

from collections.abc import Sequence

from gridapp.pages.blocks import Block, LongTable
from gridapp.pages.document import Document, Section
from gridapp.pages.drawn import LaidPage
from gridapp.pages.flow import Flow
from gridapp.pages.laid_pages import LaidPages
from gridapp.pages.progress import Progress, Steps, at_once
from gridapp.pages.ruler import Metrics, Ruler


def laid_out(document: Document, metrics: Metrics) -> LaidPages:
    """The pages of a document, with their heads, feet and numbers."""
    return at_once(laying_out(document, metrics))


def laying_out(document: Document, metrics: Metrics) -> Steps[LaidPages]:
    """The same piece by piece: told are the rows of long tables."""
    pages = LaidPages(ruler := Ruler(metrics))
    # Each row is looked at twice: measured, and set.
    whole = 2 * sum(_rows(section.blocks) for section in document.sections)
    done = 0
    for section in document.sections:
        if section.closer is None:
            pages.begin(section.set_up, counted_anew=section.counted_anew)
            flow = Flow(section.set_up, ruler)
            for full, rows in flow.steps(section.blocks):
                pages.add(full)
                pages.beside = max(pages.beside, flow.beside)
                done += rows
                if whole:
                    yield Progress("正在排版", done // 2, whole // 2, "行")
        else:
            chosen, its_pages = _closest(section, section.closer, ruler)
            pages.begin(chosen.set_up, counted_anew=section.counted_anew)
            pages.add(its_pages)
    return pages


def _closest(section: Section, closer: Section, ruler: Ruler) -> tuple[Section, Sequence[LaidPage]]:
    """A section as it is, or set closer where it takes fewer pages then."""
    usual = Flow(section.set_up, ruler).put(section.blocks)
    if len(usual) == 1:
        return section, usual
    closely = Flow(closer.set_up, ruler).put(closer.blocks)
    return (closer, closely) if len(closely) < len(usual) else (section, usual)


def _rows(blocks: Sequence[Block]) -> int:
    return sum(len(block.rows) for block in blocks if isinstance(block, LongTable))
