"""Texts in cells: nothing that no workbook takes, and nothing that a spreadsheet calculates."""

import pytest

from gridapp.workbooks.cell_text import cell_text, csv_text, looks_like_formula


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("演示 䶮 🌋", "演示 䶮 🌋"),
        ("一\x00二\x1f三\ufffe四\ud800", "一二三四"),
        ("一\r\n二\r三\n四\t五", "一\n二\n三\n四\t五"),
        ("<r>演示</r>", "<r>演示</r> "),
    ],
)
def test_it_is_what_a_cell_can_hold(text: str, held: str) -> None:
    assert cell_text(text) == held


@pytest.mark.parametrize("text", ["=1+1", "+86 138", "-演示", "@SUM(A1)", "\t=1"])
def test_it_looks_like_a_formula(text: str) -> None:
    assert looks_like_formula(text)
    assert csv_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["演示", "-5", "+3.20%", "-1.25个百分点", "1,200", ""])
def test_it_does_not(text: str) -> None:
    assert not looks_like_formula(text)
    assert csv_text(text) == text
