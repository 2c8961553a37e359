"""The PDF of a list of 300 rows (checks.md 9), and what else is promised of a file."""

import os
import shutil
import subprocess
import warnings
from functools import cache
from pathlib import Path

import pytest

from gridapp.pages.blocks import Align, Face, Paragraph, Picture, Run, words
from gridapp.pages.document import LANDSCAPE, Document, Section, bundled, joined
from gridapp.pages.list_page import ListOnPaper, list_page
from gridapp.pages.pdf import missing_letters, page_counts, pdf
from tests.gridapp.pages.printed import Printed, printed

HEADINGS = ("编号", "标题", "证件号码", "上报时间", "所属村社", "涉及金额")


def identity(n: int) -> str:
    return f"33032619800101{n:04d}"


@cache
def the_list() -> bytes:
    rows = [
        (f"YS{n:04d}", "王秀兰与李永䶮因排水沟发生争执，" * (n % 3 + 1), identity(n), "2018-01-03", "桐川村", f"{n:,}")
        for n in range(300)
    ]
    told = ListOnPaper(
        title="演示台账",
        question="2018年上半年，状态为在办",
        unit="演示镇",
        headings=HEADINGS,
        rows=rows,
        numbers=(5,),
    )
    return pdf(list_page(told))


@pytest.fixture
def read() -> Printed:
    return printed(the_list())


def test_the_heading_row_stands_on_every_page(read: Printed) -> None:
    assert len(read.pages) > 5
    for page in range(len(read.pages)):
        assert [text for text in read.lines(page) if text in HEADINGS] == list(HEADINGS)


def test_every_identity_number_is_whole_and_stands_once(read: Printed) -> None:
    told = [text for page in range(len(read.pages)) for text in read.lines(page) if text.startswith("33032619")]
    assert told == [identity(n) for n in range(300)]


def test_no_column_is_cut_off_at_the_margin(read: Printed) -> None:
    begins = [shown.x for page in read.pages for shown in page]
    assert min(begins) >= LANDSCAPE.left - 0.1
    assert max(begins) <= LANDSCAPE.width - LANDSCAPE.right


def test_every_letter_is_embedded_with_its_shape(read: Printed) -> None:
    assert read.embedded == 2
    assert read.shapeless == 0
    assert any("䶮" in text for text in read.lines(0))


def test_the_same_list_is_the_same_file() -> None:
    the_list.cache_clear()
    first = the_list()
    the_list.cache_clear()
    assert the_list() == first


def test_poppler_finds_every_number_and_every_face_embedded(tmp_path: Path) -> None:
    file = tmp_path / "台账.pdf"
    file.write_bytes(the_list())
    text = run("pdftotext", "-layout", str(file), "-")
    assert all(identity(n) in text for n in range(300))
    assert "王秀兰与李永䶮" in text
    faces = run("pdffonts", str(file)).splitlines()[2:]
    assert len(faces) == 2
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in faces)


def run(program: str, *arguments: str) -> str:
    """What a program of poppler prints; without poppler skipped loudly, in CI never."""
    if shutil.which(program) is None:
        if os.environ.get("CI"):
            raise RuntimeError("poppler is missing in CI")
        warnings.warn("NO POPPLER: our PDF is read back by our own reader alone", stacklevel=2)
        pytest.skip("poppler is not installed here")
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def test_bold_words_and_those_reaching_both_margins_can_be_read_back() -> None:
    story = "事实清楚，证据确凿，" * 20
    runs = (Run(story, 16), Run("依法调解", 16, Face.HEI, bold=True))
    document = Document("演示", (Section(LANDSCAPE, (Paragraph(runs=runs, align=Align.BOTH, first=32),)),))
    read = printed(pdf(document))
    assert "".join(read.lines(0)).startswith(story + "依法调解")


def test_hostile_words_are_written_as_they_are() -> None:
    hostile = r"\)(<>{{ }} %PDF- endstream \n &amp; ' \" /Tj"
    read = printed(pdf(Document(hostile, (Section(LANDSCAPE, (words(hostile),)),))))
    assert read.lines(0)[0] == hostile


def test_letters_without_a_shape_are_told_beforehand() -> None:
    assert missing_letters("李永䶮 𠮷 😀\n") == "𠮷😀"


def test_documents_joined_are_counted_through() -> None:
    one = Document("甲", (Section(LANDSCAPE, (words("甲"),)),))
    both = joined("卷宗", [one, one])
    assert page_counts(both) == (1, 1)
    read = printed(pdf(both))
    assert ["".join(read.lines(page)[1:]) for page in (0, 1)] == ["第 1 页　共 2 页", "第 2 页　共 2 页"]


def test_documents_bundled_count_their_own_pages() -> None:
    one = Document("甲", (Section(LANDSCAPE, (words("甲"),)), Section(LANDSCAPE, (words("乙"),))))
    read = printed(pdf(bundled("卷宗", [one, one])))
    counted = ["第 1 页　共 2 页", "第 2 页　共 2 页"]
    assert ["".join(read.lines(page)[1:]) for page in range(4)] == counted * 2


def test_a_picture_larger_than_the_page_is_made_smaller(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (40, 30), "red").save(tmp_path / "图.png")
    picture = Picture(data=(tmp_path / "图.png").read_bytes(), width=4000, height=3000)
    assert page_counts(Document("图", (Section(LANDSCAPE, (picture,)),))) == (1,)
