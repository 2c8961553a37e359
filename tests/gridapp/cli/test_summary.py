"""The commands `report summary` and `doubts`."""

from datetime import timedelta
from pathlib import Path

import docx
import pytest

from db.office import open_office
from gridapp.domain.kind import Kind
from gridapp.domain.petition import Channel
from tests.gridapp.bare_cases import bare
from tests.gridapp.cli.commands import Commands
from tests.gridapp.pages.printed import printed
from tests.gridapp.small_office import fill, save
from tests.offices import at


@pytest.fixture
def small(in_file: Commands) -> Commands:
    """Commands on the small office in a file."""
    with open_office(in_file.database) as office:
        fill(office)
    return in_file


@pytest.mark.parametrize("name", ["总结.docx", "总结.pdf", "总结.txt"])
def test_a_summary_is_written_as_its_file_is_named(small: Commands, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    asked = ("report", "summary", "--period", "2018-H1", "--town", "高湖镇", "--out", out)
    status, told, err = small.run(*asked)
    assert (status, err) == (0, "")
    assert name in told
    if name.endswith(".txt"):
        text = out.read_text(encoding="utf-8-sig")
    elif name.endswith(".pdf"):
        read = printed(out.read_bytes())
        text = "".join(words for page in range(len(read.pages)) for words in read.lines(page))
    else:
        text = "\n".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
    assert text.startswith("高湖镇2018年上半年基层治理工作总结")
    assert "上报网格事件4件" in text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--period", "2018", "--town", "高湖镇", "--out", "总结.xlsx"), "只能存为 .docx、.pdf 或 .txt"),
        (("--period", "昨天", "--town", "高湖镇", "--out", "总结.txt"), "看不懂统计期间"),
        (("--period", "2018", "--town", "没有镇", "--out", "总结.txt"), "没有叫“没有镇”的乡镇"),
        (("--period", "2018", "--town", "高湖镇", "--out", "没有/总结.txt"), "不能写入"),
    ],
)
def test_a_summary_that_cannot_be_made_is_refused_in_one_line(
    small: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert sentence in small.refusal("report", "summary", *words)


def test_doubts_answer_with_their_figures_and_cases(commands: Commands) -> None:
    empty = bare(Kind.PETITION, at(2018, 3, 2), source=Channel.VISIT, heads=0)
    early = bare(Kind.EVENT, at(2018, 3, 9), occurred_at=at(2018, 3, 9) + timedelta(days=2))
    with open_office(commands.database) as office:
        save(office, [empty, early])
    answer = commands.json("doubts", "--period", "2018-03", "--town", "高湖镇")
    assert list(answer) == ["town", "period", "figures_looked_at", "records_looked_at", "doubts"]
    assert answer["records_looked_at"] == 2
    told = {doubt["kind"]: doubt for doubt in answer["doubts"] if "人次" in doubt["sentence"]}
    contradiction = told["数字矛盾"]
    assert [figure["indicator"] for figure in contradiction["figures"]] == ["petition.batches", "petition.persons"]
    assert [figure["value"] for figure in contradiction["figures"]] == [1, 0]
    assert [case["number"] for case in contradiction["cases"]] == [empty.number]
    records = [doubt for doubt in answer["doubts"] if doubt["kind"] == "记录矛盾"]
    assert {case["number"] for doubt in records for case in doubt["cases"]} == {empty.number, early.number}


def test_doubts_are_printed_for_people(small: Commands) -> None:
    status, out, err = small.run("doubts", "--period", "2018-H1", "--town", "高湖镇")
    assert (status, err) == (0, "")
    assert "看过数字" in out.splitlines()[-1]


def test_doubts_of_an_unknown_town_are_refused(small: Commands) -> None:
    assert "没有叫“没有镇”的乡镇" in small.refusal("doubts", "--period", "2018", "--town", "没有镇")
