"""Paragraphs that are kept together (段中不分页): where they sign is never alone on a page."""

import pytest

from gridapp.pages.blocks import Paragraph, Run
from gridapp.pages.drawn import LaidPage
from tests.gridapp.pages.laying import pages_of, said


def _line(text: str, *, keep: bool = False) -> Paragraph:
    return Paragraph(runs=(Run(text, 12.0),), line=28.0, keep=keep)


def _pages(before: int, kept: int) -> list[LaidPage]:
    lines = [_line(f"正文{n}") for n in range(before)]
    return pages_of(*lines, *(_line(f"签名{n}", keep=True) for n in range(kept)), _line("日期"))


@pytest.mark.parametrize("before", range(18, 30))
def test_what_is_kept_together_stands_on_one_page(before: int) -> None:
    (page,) = [page for page in _pages(before, 6) if "日期" in said(page)]
    assert [text for text in said(page) if text.startswith("签名")] == [f"签名{n}" for n in range(6)]


def test_what_is_kept_and_longer_than_a_page_goes_on() -> None:
    told = [text for page in _pages(3, 80) for text in said(page)]
    assert [text for text in told if text.startswith("签名")] == [f"签名{n}" for n in range(80)]
