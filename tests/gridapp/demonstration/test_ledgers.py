"""How the demonstration's ledgers were written: the same numbers always give the same files, and these are they."""

from pathlib import Path
from xml.etree.ElementTree import canonicalize
from zipfile import ZipFile

import pytest

from gridapp.demonstration.ledgers.generate import generate

DEMONSTRATION = Path(__file__).parents[3] / "resources" / "demonstration"
FOLDERS = ("gaohu", "shuitou")


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    """A fresh run of the script: each file by its path in the folder."""
    return generate_into(tmp_path_factory.mktemp("generated"))


def generate_into(folder: Path) -> dict[Path, Path]:
    generate(folder)
    return {path.relative_to(folder): path for path in folder.rglob("*.*")}


def test_generating_again_gives_the_same_bytes(generated: dict[Path, Path], tmp_path: Path) -> None:
    again = generate_into(tmp_path)
    assert {name: path.read_bytes() for name, path in again.items()} == {
        name: path.read_bytes() for name, path in generated.items()
    }


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_ledgers_are_what_the_script_generates(generated: dict[Path, Path], folder: str) -> None:
    """Compared part by part: another zlib or XML writer packs the same cells into other bytes."""
    names = [name for name in generated if name.parent.name == folder]
    differing = [name for name in names if parts(generated[name]) != parts(DEMONSTRATION / name)]
    assert names
    assert differing == []


@pytest.mark.parametrize("name", ["staff.csv", "units.csv"])
def test_the_lists_are_what_the_script_generates(generated: dict[Path, Path], name: str) -> None:
    assert generated[Path(name)].read_bytes() == (DEMONSTRATION / name).read_bytes()


def parts(workbook: Path) -> dict[str, str]:
    with ZipFile(workbook) as file:
        return {f"{part.filename} {part.date_time}": canonicalize(file.read(part).decode()) for part in file.infolist()}
