"""What was typed for a paper stays in its file, whatever it is and whoever has written the template."""

from io import BytesIO

import docx
import pytest

from gridapp.papers.packing import packed, unpacked
from gridapp.papers.template_check import text_of
from gridapp.papers.templates import ours
from gridapp.papers.typed_words import with_words, words_in

PAPER = ours("agreement")
PROPERTIES = "docProps/custom.xml"


@pytest.mark.parametrize(
    "text",
    ["演示：各半", "一、演示\n二、演示", "很长的演示，" * 300, "<&>\"'{{各方责任}}", "{", "䶮😀", "a\x0cb"],
    ids=["short", "lines", "long", "marks", "brace", "rare", "control"],
)
def test_words_come_back_as_they_were_typed(text: str) -> None:
    told = {"各方责任": text, "履行地点": "演示"}
    expected = told | {"各方责任": text.replace("\x0c", "\n")}
    assert words_in(with_words(PAPER, told)) == expected


def test_a_paper_with_words_opens_and_reads_as_before() -> None:
    made = with_words(PAPER, {"各方责任": "演示"})
    assert len(docx.Document(BytesIO(made)).paragraphs) > 1
    assert text_of(made) == text_of(PAPER)


def test_a_paper_for_which_nothing_was_typed_stays_as_it_is() -> None:
    assert with_words(PAPER, {}) == PAPER
    assert words_in(PAPER) == {}


@pytest.mark.parametrize("later", [{"各方责任": "演示二"}, {}], ids=["others", "none"])
def test_a_paper_used_as_a_template_does_not_hand_on_its_words(later: dict[str, str]) -> None:
    template = with_words(PAPER, {"各方责任": "演示一" * 200})
    assert words_in(with_words(template, later)) == later


@pytest.mark.parametrize("properties", [b"<Properties>", b"<Properties/>", b"\xff"], ids=["cut", "empty", "bytes"])
def test_properties_that_do_not_tell_propose_nothing(properties: bytes) -> None:
    parts = unpacked(with_words(PAPER, {"各方责任": "演示"}))
    assert words_in(packed(parts | {PROPERTIES: properties})) == {}


def test_what_is_no_word_file_proposes_nothing() -> None:
    assert words_in(b"nothing") == {}
