"""The commands `paper …`: the list with what is lacking, the papers, the office's own templates."""

from pathlib import Path

import pytest

from db.office import open_office
from gridapp.papers.template_check import text_of
from gridapp.papers.templates import ours
from tests.gridapp.cli.commands import Commands
from tests.gridapp.confidential import accusation
from tests.gridapp.confidential import put_on_file as put_accusation_on_file
from tests.gridapp.papers.paper_cases import agreed, put_on_file

CASE = agreed(number="演示-卷宗")
TYPED = "--set", "各方责任=演示：乙方负责"


@pytest.fixture
def office_commands(in_file: Commands) -> Commands:
    """Commands on an office with a dispute that was agreed upon."""
    with open_office(in_file.database) as office:
        put_on_file(office, CASE)
    return in_file


def _run(commands: Commands, *words: object) -> str:
    status, out, err = commands.run(*words, "--database", commands.database)
    assert (status, err) == (0, "")
    return out


def test_the_list_says_what_is_lacking(office_commands: Commands) -> None:
    papers = office_commands.json("paper", "list", CASE.number, "--database", office_commands.database)
    lacking = {paper["paper"]: paper["lacking"] for paper in papers if paper["lacking"]}
    assert set(lacking) == {"agreement", "attorney", "confirmation"}
    assert "各方责任" in lacking["agreement"][0]
    assert "可以制作" in _run(office_commands, "paper", "list", CASE.number)


def test_one_paper_is_made_into_a_folder(office_commands: Commands, tmp_path: Path) -> None:
    words = ("paper", "make", CASE.number, "--paper", "人民调解协议书", *TYPED, "--out", tmp_path / "文书", "--pdf")
    lines = _run(office_commands, *words).splitlines()
    docx, pdf = (Path(line).read_bytes() for line in lines)
    assert "演示：乙方负责" in text_of(docx)
    assert pdf.startswith(b"%PDF")


def test_a_whole_file_is_made_as_one_pdf(office_commands: Commands, tmp_path: Path) -> None:
    out = tmp_path / "卷宗.pdf"
    typed = (*TYPED, "--set", "受托人情况=演示：男")
    assert _run(office_commands, "paper", "make", CASE.number, "--file", *typed, "--out", out) == f"{out}\n"
    assert out.read_bytes().startswith(b"%PDF")


def test_a_lack_makes_nothing_and_is_one_line(office_commands: Commands, tmp_path: Path) -> None:
    words = ("paper", "make", CASE.number, "--paper", "agreement", "--out", tmp_path / "文书")
    assert "各方责任" in office_commands.refusal(*words, "--database", office_commands.database)
    assert not (tmp_path / "文书").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("make", CASE.number, "--paper", "演示", "--out", "x"), "没有“演示”这种文书"),
        (("make", CASE.number, "--paper", "order", "--out", "x"), "现在没有可以制作"),
        (("list", "没有这一件"), "没有编号为"),
        (("list", CASE.number, "--set", "案件名称=另一种"), "看不懂补填项"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(office_commands: Commands, words: tuple[str, ...], said: str) -> None:
    assert said in office_commands.refusal("paper", *words, "--database", office_commands.database)


def test_a_template_goes_out_and_comes_back(office_commands: Commands, tmp_path: Path) -> None:
    path = tmp_path / "模板.docx"
    _run(office_commands, "paper", "template", "agreement", "--out", path)
    assert path.read_bytes() == ours("agreement")
    assert "本单位" in _run(office_commands, "paper", "replace", "agreement", path)
    assert "程序自带" in _run(office_commands, "paper", "replace", "agreement", "--back")


def test_a_template_for_another_form_is_refused_by_its_placeholder(office_commands: Commands, tmp_path: Path) -> None:
    path = tmp_path / "模板.docx"
    path.write_bytes(ours("order"))
    said = office_commands.refusal("paper", "replace", "agreement", path, "--database", office_commands.database)
    assert "“隐患清单”" in said


def test_a_confidential_case_has_no_papers_by_command(in_file: Commands) -> None:
    case = accusation(number="演示-检举")
    with open_office(in_file.database) as office:
        put_accusation_on_file(office, case)
    assert "已保密" in in_file.refusal("paper", "list", case.number, "--database", in_file.database)
