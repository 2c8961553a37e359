"""Filled Word files carried over to our pages: nothing is lost without being named."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from gridapp.domain.problem import Refusal
from gridapp.pages.blocks import MM, Align, Block, Count, Face, PageBreak, Paragraph, Picture, Side, Table
from gridapp.pages.document import Document
from gridapp.pages.from_word import from_word
from gridapp.pages.pdf import pdf
from tests.gridapp.pages.printed import printed


def carried(make: Callable[[Any], None]) -> Document:
    """What becomes of a Word file."""
    file: Any = docx.Document()
    make(file)
    return from_word(saved(file))


def saved(file: Any) -> bytes:
    data = BytesIO()
    file.save(data)
    return data.getvalue()


def blocks(make: Callable[[Any], None]) -> tuple[Block, ...]:
    [section] = carried(make).sections
    return section.blocks


def paragraph(make: Callable[[Any], None]) -> Paragraph:
    [only] = blocks(make)
    assert isinstance(only, Paragraph)
    return only


def table(make: Callable[[Any], None]) -> Table:
    return next(block for block in blocks(make) if isinstance(block, Table))


def cell_text(row: Any) -> list[str]:
    return ["".join(part.text for part in cell.paragraphs) for cell in row.cells]


def test_words_keep_their_type() -> None:
    def make(file: Any) -> None:
        line = file.add_paragraph()
        title = line.add_run("人民调解协议书")
        title.bold, title.font.size = True, Pt(22)
        other = line.add_run("黑体字")
        other.underline = True
        other._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "黑体")  # noqa: SLF001

    title, other = paragraph(make).runs
    assert (title.text, title.size, title.bold, title.face) == ("人民调解协议书", 22, True, Face.SONG)
    assert (other.text, other.underline, other.bold, other.face) == ("黑体字", True, False, Face.HEI)


def test_a_style_says_what_is_not_said_in_place() -> None:
    def make(file: Any) -> None:
        style = file.styles["Normal"]
        style.font.size = Pt(16)
        style.paragraph_format.first_line_indent = Pt(32)
        file.add_paragraph("正文")

    told = paragraph(make)
    assert (told.first, told.runs[0].size) == (32, 16)


def test_lines_are_set_as_they_were() -> None:
    def make(file: Any) -> None:
        line = file.add_paragraph("两端对齐")
        line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        layout = line.paragraph_format
        layout.line_spacing, layout.space_before, layout.space_after = Pt(28), Pt(6), Pt(3)
        layout.left_indent, layout.first_line_indent, layout.keep_with_next = Pt(20), Pt(-10), True

    told = paragraph(make)
    assert (told.align, told.line, told.before, told.after) == (Align.BOTH, 28, 6, 3)
    assert (told.left, told.first, told.keep) == (20, -10, True)


def test_an_indent_in_letters_goes_before_one_in_points() -> None:
    def make(file: Any) -> None:
        line = file.add_paragraph()
        line.add_run("首行缩进两字").font.size = Pt(16)
        indent = line._p.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001
        indent.set(qn("w:firstLineChars"), "200")
        indent.set(qn("w:firstLine"), "420")

    assert paragraph(make).first == 32


def test_a_page_break_stands_between_paragraphs() -> None:
    def make(file: Any) -> None:
        line = file.add_paragraph("甲")
        line.add_run().add_break(WD_BREAK.PAGE)
        line.add_run("乙")

    before, between, after = blocks(make)
    assert isinstance(between, PageBreak)
    assert [one.text for one in (before, after) if isinstance(one, Paragraph)] == ["甲", "乙"]


def test_merged_cells_widths_and_repeated_headings_of_a_table() -> None:
    def make(file: Any) -> None:
        told = file.add_table(rows=3, cols=3, style="Table Grid")
        for column, width in zip(told.columns, (30, 60, 60), strict=True):
            column.width = Mm(width)
        told.cell(0, 0).merge(told.cell(0, 2)).text = "登记表"
        told.cell(1, 0).merge(told.cell(2, 0)).text = "当事人"
        told.cell(1, 1).text, told.cell(2, 1).text = "姓名", "电话"
        told.cell(1, 1).vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        heading = OxmlElement("w:tblHeader")
        told.rows[0]._tr.get_or_add_trPr().append(heading)  # noqa: SLF001

    told = table(make)
    assert [cell_text(row) for row in told.rows] == [["登记表"], ["当事人", "姓名", ""], ["电话", ""]]
    assert (told.rows[0].cells[0].columns, told.rows[1].cells[0].rows) == (3, 2)
    assert told.head == 1
    assert [round(width / MM) for width in told.widths or ()] == [30, 60, 60]
    assert told.rows[1].cells[1].middle
    assert told.rows[0].cells[0].sides is Side.BOX


def test_a_table_without_a_style_is_not_ruled() -> None:
    def make(file: Any) -> None:
        file.add_table(rows=1, cols=2).cell(0, 0).text = "申请人（签名）"

    assert {cell.sides for cell in table(make).rows[0].cells} == {Side.NONE}


def test_sections_keep_paper_margins_and_page_numbers() -> None:
    def make(file: Any) -> None:
        first = file.sections[0]
        first.page_width, first.page_height, first.top_margin = Mm(210), Mm(297), Mm(37)
        foot = first.footer.paragraphs[0]
        foot.add_run("— ")
        for kind in ("begin", "instr", "separate", "shown", "end"):
            run = foot.add_run()
            if kind == "instr":
                element = OxmlElement("w:instrText")
                element.text = " PAGE "
                run._r.append(element)  # noqa: SLF001
            elif kind == "shown":
                run.text = "7"
            else:
                element = OxmlElement("w:fldChar")
                element.set(qn("w:fldCharType"), kind)
                run._r.append(element)  # noqa: SLF001
        foot.add_run(" —")
        file.add_paragraph("甲")
        second = file.add_section(WD_SECTION.NEW_PAGE)
        second.orientation, second.page_width, second.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
        file.add_paragraph("乙")

    document = carried(make)
    standing, lying = (section.set_up for section in document.sections)
    assert [round(one / MM) for one in (standing.width, standing.top, lying.width)] == [210, 37, 297]
    assert [run.count or run.text for run in standing.foot[0].runs] == ["— ", Count.PAGE, " —"]
    assert lying.foot == standing.foot
    read = printed(pdf(document))
    assert ["".join(read.lines(page)) for page in (0, 1)] == ["甲— 1 —", "乙— 2 —"]


def test_a_picture_in_the_line_is_carried_over() -> None:
    from PIL import Image

    drawn = BytesIO()
    Image.new("RGB", (40, 30), "red").save(drawn, "PNG")

    def make(file: Any) -> None:
        file.add_picture(BytesIO(drawn.getvalue()), width=Mm(40))

    [picture] = [block for block in blocks(make) if isinstance(block, Picture)]
    assert (round(picture.width / MM), round(picture.height / MM)) == (40, 30)


def test_what_a_page_cannot_show_is_named() -> None:
    def make(file: Any) -> None:
        file.add_paragraph("编号", style="List Number")
        box = file.add_paragraph().add_run()
        box._r.append(OxmlElement("w:pict"))  # noqa: SLF001
        outer = file.add_table(rows=1, cols=1)
        outer.cell(0, 0).add_table(rows=1, cols=1).cell(0, 0).text = "里面"

    document = carried(make)
    assert set(document.left_out) == {"自动编号", "文本框或图形", "表格中的表格"}
    assert "里面" in "".join(printed(pdf(document)).lines(0))


def test_hostile_words_come_through_as_they_are() -> None:
    hostile = "{{ 名 }} <b>&amp; ]]> 䶮 \u202e反"

    def make(file: Any) -> None:
        file.add_paragraph(hostile)

    read = printed(pdf(carried(make)))
    assert "".join(read.lines(0)) == hostile.replace("\u202e", "")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match="Word 文件"):
        from_word(data)


def test_a_file_whose_parts_would_unfold_without_end_is_refused() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "乙">]><a>&b;</a>')
    with pytest.raises(Refusal, match="Word 文件"):
        from_word(data.getvalue())


@pytest.mark.parametrize("place", range(5, 100, 9))
def test_a_damaged_file_is_refused_in_one_sentence(place: int) -> None:
    file: Any = docx.Document()
    file.add_paragraph("甲" * 50)
    whole = bytearray(saved(file))
    damaged = bytes(whole[: len(whole) * place // 100])
    with pytest.raises(Refusal, match="Word 文件"):
        from_word(damaged)


def test_an_empty_file_is_one_empty_page() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("word/document.xml", "<document/>")
    assert len(printed(pdf(from_word(data.getvalue()))).pages) == 1
