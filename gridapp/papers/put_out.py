"""Papers as files (文书存盘): written whole under names that tell what they are; who took them stays on record."""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.problem import Refusal
from gridapp.papers.catalogue import catalogue, form_named
from gridapp.papers.making import kept
from gridapp.papers.printed import as_pdf, one_pdf
from gridapp.ports import ExportNote, IssuedPaper, Office
from gridapp.workbooks.whole_file import put_in_place

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def file_name(paper: IssuedPaper, suffix: str) -> str:
    """A name for a paper's file: its place where it belongs into a file (卷宗), its title, its number."""
    in_file = [form.code for form in catalogue().forms if form.in_file]
    place = f"{in_file.index(paper.paper) + 1:02}-" if paper.paper in in_file else ""
    told = f"{place}{paper.title}{f'-{paper.number}' if paper.number else ''}"
    return f"{_UNFIT.sub('_', told)[:80]}{suffix}"


def put_out(
    office: Office, papers: Sequence[IssuedPaper], folder: Path, actor: Actor, clock: Clock, *, with_pdf: bool = False
) -> tuple[Path, ...]:
    """Writes papers as they were made into a folder, each whole or not at all; the office keeps who took them.

    Raises `Sealed` where their case is closed to the person, `Refusal` where the folder cannot be written to.
    """
    contents = [(paper, kept(office, paper, actor, clock)) for paper in papers]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"不能建立文件夹 {folder}，请检查位置和权限。") from error
    paths: list[Path] = []
    for paper, data in contents:
        for suffix, content in ((".docx", data), *(((".pdf", as_pdf(data)),) if with_pdf else ())):
            path = _unlike(folder / file_name(paper, suffix), paths)
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


def _unlike(path: Path, others: Sequence[Path]) -> Path:
    """A path that none of the others is."""
    while path in others:
        path = path.with_stem(f"{path.stem}-2")
    return path


def _write(content: bytes, path: Path) -> None:
    path.write_bytes(content)
