"""Papers as files (文书存盘): written whole under names that tell what they are; who took them stays on record."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain, count
from pathlib import Path

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.problem import Refusal
from gridapp.papers.catalogue import catalogue, form_named
from gridapp.papers.making import kept
from gridapp.papers.printed import as_pdf, one_pdf
from gridapp.ports import ExportNote, IssuedPaper, Office
from gridapp.workbooks.whole_file import put_in_place

_LONGEST = 80
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def file_name(paper: IssuedPaper, case_number: str) -> str:
    """A name for a paper's file: its place where it belongs into a file (卷宗), its title, its number or its case's."""
    in_file = [form.code for form in catalogue().forms if form.in_file]
    place = f"{in_file.index(paper.paper) + 1:02}-" if paper.paper in in_file else ""
    number = _UNFIT.sub("_", f"-{paper.number or case_number}")
    return f"{_UNFIT.sub('_', f'{place}{paper.title}')[: _LONGEST - len(number)]}{number}"


def put_out(
    office: Office, papers: Sequence[IssuedPaper], folder: Path, actor: Actor, clock: Clock, *, with_pdf: bool = False
) -> tuple[Path, ...]:
    """Writes papers as they were made into a folder, each whole or not at all; the office keeps who took them.

    A file of that name that says something else, as one that was edited there, is left alone.

    Raises `Sealed` where their case is closed to the person, `Refusal` where the folder cannot be written to.
    """
    contents = [(paper, kept(office, paper, actor, clock)) for paper in papers]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"不能建立文件夹 {folder}，请检查位置和权限。") from error
    paths: list[Path] = []
    for paper, data in contents:
        case = office.cases.load(paper.case_id)
        written = {".docx": data, **({".pdf": as_pdf(data)} if with_pdf else {})}
        name = _free_name(folder, file_name(paper, case.number), written, paths)
        for suffix, content in written.items():
            path = folder / f"{name}{suffix}"
            put_in_place(path, partial(_write, content))
            paths.append(path)
    _note(office, papers, folder.name, actor, clock)
    return tuple(paths)


def put_out_as_one(
    office: Office, papers: Sequence[IssuedPaper], title: str, path: Path, actor: Actor, clock: Clock
) -> None:
    """Writes papers one after another into one .pdf; raises as `put_out` does."""
    data = one_pdf(title, [(form_named(paper.paper), kept(office, paper, actor, clock)) for paper in papers])
    put_in_place(path, partial(_write, data))
    _note(office, papers, path.name, actor, clock)


def _note(office: Office, papers: Sequence[IssuedPaper], name: str, actor: Actor, clock: Clock) -> None:
    """Papers carry people's data as the law asks for them; who took them away is kept (domain.md §9.1)."""
    office.exports.note(
        ExportNote(
            at=clock(),
            person=actor.name,
            workstation=actor.workstation,
            what="文书",
            question="、".join(dict.fromkeys(paper.title for paper in papers)),
            rows=len(papers),
            file_name=name,
            unmasked=True,
            reason="按办案需要制作文书",
        )
    )


def _free_name(folder: Path, name: str, written: Mapping[str, bytes], others: Sequence[Path]) -> str:
    """The name, counted on until no other file bears it with any of the suffixes."""
    for told in chain([name], (f"{name}-{n}" for n in count(2))):
        paths = {folder / f"{told}{suffix}": content for suffix, content in written.items()}
        if not any(path in others or _says_else(path, content) for path, content in paths.items()):
            return told
    raise AssertionError("names do not end")


def _says_else(path: Path, content: bytes) -> bool:
    try:
        return path.exists() and path.read_bytes() != content
    except OSError:
        return True


def _write(content: bytes, path: Path) -> None:
    path.write_bytes(content)
