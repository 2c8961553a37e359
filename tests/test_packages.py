"""How the repository is laid out: our own packages, small files, nothing at the top that does not belong there."""

import fnmatch
import sys
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("gridapp", "ui", "db", "resources")
TOP = {*PACKAGES, "tests", "docs", "pyproject.toml", "README.md", "start.py"}
SHAPELESS = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
SOURCES = [path for package in (*PACKAGES, "tests") for path in (ROOT / package).rglob("*.py")]


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_of_ours_is_not_somebody_elses_of_the_same_name(package: str) -> None:
    file = import_module(package).__file__
    assert file is not None
    assert Path(file).is_relative_to(ROOT)


@pytest.mark.parametrize("distribution", ["PySide6", "PySide6-Essentials", "shiboken6"])
def test_the_qt_that_aborts_on_this_python_is_not_installed(distribution: str) -> None:
    try:
        installed = version(distribution)
    except PackageNotFoundError:
        return
    assert not (installed.startswith("6.12.0") and sys.version_info < (3, 12))


def test_no_file_of_a_screen_is_long() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in (ROOT / "ui").rglob("*.py")}
    assert {str(path.relative_to(ROOT)): length for path, length in lengths.items() if length > 300} == {}


def test_no_module_is_named_for_nothing_in_particular() -> None:
    parts = {part.removesuffix(".py") for path in SOURCES for part in path.relative_to(ROOT).parts}
    assert parts & SHAPELESS == set()


def test_every_package_says_in_a_sentence_what_it_is() -> None:
    silent = [path for path in SOURCES if path.name == "__init__.py" and not path.read_text("utf-8").startswith('"""')]
    assert silent == []


def test_the_top_level_holds_what_the_design_allows_and_nothing_else() -> None:
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text("utf-8").split()]
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    kept = {name for name in found if not any(fnmatch.fnmatch(name, pattern) for pattern in ignored)}
    assert kept - TOP == set()
