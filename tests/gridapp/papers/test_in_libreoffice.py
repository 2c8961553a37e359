"""Our papers open in another office's program, and say the same there."""

from pathlib import Path

import pytest

from gridapp.papers.catalogue import catalogue
from gridapp.papers.filling import filled
from gridapp.papers.template_check import sample_of, text_of
from gridapp.papers.templates import ours
from tests.sizes import FULL
from tests.soffice import opened_again

CODES = [form.code for form in catalogue().forms] if FULL else ["agreement", "order"]


@pytest.mark.parametrize("code", CODES)
def test_a_paper_opened_and_saved_elsewhere_says_the_same(code: str, tmp_path: Path) -> None:
    form = next(form for form in catalogue().forms if form.code == code)
    path = tmp_path / f"{code}.docx"
    path.write_bytes(filled(ours(code), sample_of(form)))
    assert _words(opened_again(path, "docx").read_bytes()) == _words(path.read_bytes())


def _words(data: bytes) -> str:
    """The words of a file without blanks and page numbers, which each program counts itself."""
    return "".join("".join(line.split()) for line in text_of(data).split("\n") if "—" not in line)
