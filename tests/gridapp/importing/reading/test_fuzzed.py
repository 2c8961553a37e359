"""Valid files, mutated at random (随机损坏): they are read, or refused in one sentence; never a crash, never a hang."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from random import Random
from time import monotonic
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from gridapp.domain.problem import Refusal
from gridapp.importing.reading.opening import opened
from tests.gridapp.importing.reading.archives import workbook
from tests.gridapp.importing.reading.old_workbook import old_workbook
from tests.gridapp.ledger_files import open_document
from tests.sizes import FULL

_TURNS = 400 if FULL else 3
_LONGEST = 60.0
"""Seconds for one file, at the very most."""

_HEADINGS = ["编号", "标题", "数量"]
_GRID: Sequence[Sequence[str | float]] = [[f"演示{n}", f"积水第{n}处", n * 1.5] for n in range(60)]


def _flipped(content: bytes, rng: Random) -> bytes:
    """Some bytes are others."""
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 3, 20, 200))):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _cut(content: bytes, rng: Random) -> bytes:
    """The end is missing."""
    return content[: rng.randrange(1, len(content))]


def _without_a_part(content: bytes, rng: Random) -> bytes:
    """A part in the middle is missing."""
    start = rng.randrange(len(content))
    return content[:start] + content[start + rng.randrange(1, 600) :] or b"x"


def _overwritten(content: bytes, rng: Random) -> bytes:
    """A part stands where another was."""
    source, target, length = rng.randrange(len(content)), rng.randrange(len(content)), rng.randrange(1, 600)
    return content[:target] + content[source : source + length] + content[target + length :] or b"x"


def _flipped_inside(content: bytes, rng: Random) -> bytes:
    """The archive is sound, what it holds is not."""
    return _repacked(content, rng, _flipped)


def _cut_inside(content: bytes, rng: Random) -> bytes:
    """The archive is sound, one of its entries ends too soon."""
    return _repacked(content, rng, _cut)


def _swapped(content: bytes, rng: Random) -> bytes:
    """Two entries of the archive have changed places."""
    entries = _entries(content)
    one, other = rng.sample(sorted(entries), 2)
    entries[one], entries[other] = entries[other], entries[one]
    return _archive(entries)


def _repacked(content: bytes, rng: Random, mutate: Callable[[bytes, Random], bytes]) -> bytes:
    entries = _entries(content)
    name = rng.choice([name for name, held in sorted(entries.items()) if held])
    return _archive({**entries, name: mutate(entries[name], rng)})


def _entries(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _archive(entries: Mapping[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, held in entries.items():
            archive.writestr(name, held)
    return made.getvalue()


_ANYWHERE = (_flipped, _cut, _without_a_part, _overwritten)
_IN_ARCHIVES = (*_ANYWHERE, _flipped_inside, _cut_inside, _swapped)
_FORMATS = {".xlsx": _IN_ARCHIVES, ".ods": _IN_ARCHIVES, ".xls": _ANYWHERE, ".csv": _ANYWHERE, ".html": _ANYWHERE}


def _valid(folder: Path, suffix: str) -> bytes:
    path = folder / f"valid{suffix}"
    match suffix:
        case ".xlsx":
            workbook(path, _HEADINGS, *_GRID, ["合计", "", "=SUM(C2:C61)"])
        case ".ods":
            open_document(path, [dict(zip(_HEADINGS, row, strict=True)) for row in _GRID], _HEADINGS)
        case ".xls":
            path.write_bytes(old_workbook([_HEADINGS, *_GRID]))
        case ".csv":
            path.write_text("\n".join(",".join(map(str, row)) for row in [_HEADINGS, *_GRID]), encoding="gb18030")
        case ".html":
            rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in [_HEADINGS, *_GRID])
            path.write_text(f"<html><table>{rows}</table></html>", encoding="utf-8")
    return path.read_bytes()


@pytest.mark.timeout(7200 if FULL else 300)
@pytest.mark.parametrize(
    ("suffix", "mutate"),
    [(suffix, mutate) for suffix, mutations in _FORMATS.items() for mutate in mutations],
    ids=lambda one: one.strip("._") if isinstance(one, str) else one.__name__.strip("_"),
)
def test_it_is_read_or_refused_in_one_sentence(
    tmp_path: Path, suffix: str, mutate: Callable[[bytes, Random], bytes]
) -> None:
    content = _valid(tmp_path, suffix)
    path = tmp_path / f"台账{'.xls' if suffix == '.html' else suffix}"
    for seed in range(_TURNS):
        path.write_bytes(mutate(content, Random(f"{suffix} {mutate.__name__} {seed}")))
        begun = monotonic()
        try:
            with opened(path) as book:
                for head in book.sheets:
                    for row in book.sheet(head.name).rows():
                        assert row.number >= 1
        except Refusal as refusal:
            sentence = str(refusal)
            assert sentence.endswith("。"), f"seed {seed}"
            assert sentence.count("。") == 1, f"seed {seed}: {sentence}"
        assert monotonic() - begun < _LONGEST, f"seed {seed}"
