"""The start script: what it locks, when it sets up, what it says and what it hands over to."""

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import start

REPOSITORY = Path(start.__file__).parent
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="stands on shell scripts")
CORES = "-n auto --maxprocesses 4 --dist loadfile"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks the system for Linux libraries")


def lock(kind: str) -> str:
    return (REPOSITORY / ".ci" / f"{kind}.lock").read_text("utf-8")


def locked(kind: str) -> dict[str, str]:
    """Every requirement of a lock, name and version with marker, and its hashes."""
    requirements = re.split(r"\n(?! )", lock(kind).strip())
    return {requirement.split(" \\")[0]: requirement for requirement in requirements}


def script(file: Path, line: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
    file.chmod(0o755)


def started(
    place: Path, *arguments: str, cwd: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Runs the start script of a place, without a screen."""
    screenless = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    screenless.pop("QT_QPA_PLATFORM", None)
    screenless.pop("GRIDAPP_TEST_SIZE", None)
    return subprocess.run(
        [sys.executable, place / "start.py", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd or place,
        env={**screenless, "PYTHONUTF8": "1", **variables},
        check=False,
    )


def run_as(version: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Runs the start script by a Python that says it is of another version, with nothing else on the PATH."""
    major, minor = version.split(".")
    pretence = (
        "import ctypes, importlib.util, pathlib, re, runpy, shutil, subprocess, sys, types\n"
        f"sys.version_info = types.SimpleNamespace(major={major}, minor={minor})\n"
        "sys.argv = ['start.py', 'check']\n"
        f"runpy.run_path({str(REPOSITORY / 'start.py')!r}, run_name='__main__')"
    )
    return subprocess.run(
        [sys.executable, "-c", pretence],
        capture_output=True,
        encoding="utf-8",
        env={"PATH": str(path), "PYTHONUTF8": "1"},
        check=False,
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder that holds the start script and the locks, and no environment yet."""
    folder = tmp_path / "office"
    shutil.copytree(REPOSITORY / ".ci", folder / ".ci")
    shutil.copy(REPOSITORY / "start.py", folder)
    return folder


def module_of(place: Path) -> ModuleType:
    specification = importlib.util.spec_from_file_location("start_there", place / "start.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def set_up(place: Path, kind: str) -> ModuleType:
    """Gives a place an environment that counts as built, whose Python tells what it was asked to do."""
    module = module_of(place)
    told = 'echo "$@ in $PWD size=$GRIDAPP_TEST_SIZE platform=$QT_QPA_PLATFORM path=$PYTHONPATH"'
    script(module.PYTHON, told)
    for tool in ("ruff", "mypy", "lint-imports"):
        script(module.PYTHON.with_name(tool), f"echo {tool} >> {place}/checked.txt")
    module.STAMP.write_text(module.contents(kind), "utf-8")
    return module


@pytest.mark.parametrize("kind", ["runtime", "development"])
class TestLock:
    def test_names_no_address(self, kind: str) -> None:
        assert not re.search(r"https?:|file:|://|index-url|find-links|/", lock(kind))

    def test_pins_and_hashes_every_requirement(self, kind: str) -> None:
        for name, requirement in locked(kind).items():
            assert re.match(r"[a-z0-9-]+==[0-9][^ ]*( ;|$)", name), name
            assert "--hash=sha256:" in requirement, name

    def test_holds_the_last_qt_that_runs_on_old_office_systems(self, kind: str) -> None:
        assert {"pyside6-essentials==6.9.3", "shiboken6==6.9.3"} <= locked(kind).keys()


def test_development_holds_all_of_runtime() -> None:
    assert locked("runtime").items() <= locked("development").items()


def test_package_depends_on_what_the_runtime_lock_was_made_from() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    inputs = (REPOSITORY / ".ci" / "runtime.in").read_text("utf-8").splitlines()
    assert project["dependencies"] == [line for line in inputs if not line.startswith("#")]


def test_package_names_the_same_pythons() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    first, last = start.PYTHONS[0], start.PYTHONS[-1]
    assert project["requires-python"] == f">={first},<3.{int(last.split('.')[1]) + 1}"


class TestPython:
    def test_old_ones_can_read_the_file(self) -> None:
        ast.parse((REPOSITORY / "start.py").read_text("utf-8"), feature_version=(3, 7))

    @pytest.mark.parametrize("version", ["3.6", "3.10", "3.14"])
    def test_unsuitable_one_is_told_which_are(self, version: str, tmp_path: Path) -> None:
        run = run_as(version, tmp_path)
        assert (run.returncode, run.stderr) == (1, "需要 Python 3.11～3.13，请安装后再试。\n")

    @POSIX
    def test_unsuitable_one_hands_over_to_a_suitable_one(self, tmp_path: Path) -> None:
        script(tmp_path / "python3.12", '[ "$1" = -c ] || echo "3.12: $@"')
        assert run_as("3.8", tmp_path).stdout == f"3.12: {REPOSITORY / 'start.py'} check\n"

    @POSIX
    def test_name_on_the_path_that_does_not_run_is_passed_over(self, tmp_path: Path) -> None:
        script(tmp_path / "python3.11", "exit 127")
        script(tmp_path / "python3.13", '[ "$1" = -c ] || echo "3.13: $@"')
        assert run_as("3.8", tmp_path).stdout == f"3.13: {REPOSITORY / 'start.py'} check\n"


class TestEnvironment:
    @pytest.mark.parametrize(
        ("built", "wanted", "serves"),
        [
            ("runtime", "runtime", True),
            ("development", "development", True),
            ("development", "runtime", True),
            ("runtime", "development", False),
        ],
    )
    def test_serves_its_purpose(self, place: Path, built: str, wanted: str, serves: bool) -> None:
        assert set_up(place, built).satisfied(wanted) is serves

    def test_is_wanting_before_it_is_made(self, place: Path) -> None:
        assert not module_of(place).satisfied("runtime")

    def test_is_wanting_once_the_lock_has_changed(self, place: Path) -> None:
        module = set_up(place, "runtime")
        with (place / ".ci" / "runtime.lock").open("a", encoding="utf-8") as file:
            file.write("another==1\n")
        assert not module.satisfied("runtime")

    def test_is_wanting_without_its_python(self, place: Path) -> None:
        module = set_up(place, "runtime")
        module.PYTHON.unlink()
        assert not module.satisfied("runtime")

    def test_is_wanting_after_the_folder_was_moved(self, place: Path, tmp_path: Path) -> None:
        set_up(place, "runtime")
        assert not module_of(place.rename(tmp_path / "elsewhere")).satisfied("runtime")

    def test_is_built_by_one_at_a_time(self, tmp_path: Path) -> None:
        file = tmp_path / "turn"
        with file.open("a") as second:
            with file.open("a") as first:
                assert start.taken(first.fileno())
                assert not start.taken(second.fileno())
            assert start.taken(second.fileno())


class TestSystemPackages:
    @LINUX
    def test_are_those_whose_library_cannot_be_loaded(self) -> None:
        libraries = {"libc.so.6": "libc6", "libmissing-in-every-system.so.1": "libmissing1"}
        assert start.lacking(libraries) == ["libmissing1"]

    def test_are_also_those_of_programs_that_are_not_found(self) -> None:
        programs = {"python3": ["python3"], "missing-in-every-system": ["missing-one", "missing-two"]}
        assert start.unheard_of(programs) == ["missing-one", "missing-two"]

    def test_are_left_to_the_administrator_by_one_exact_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as end:
            start.install(["libegl1", "libgl1"], ["fonts-wqy-microhei"], None)
        command = (
            "sudo apt-get update && sudo apt-get install --no-install-recommends -y libegl1 libgl1 fonts-wqy-microhei"
        )
        assert end.value.code == 1
        assert capsys.readouterr().err == f"缺少系统软件包，请运行：{command}\n"

    def test_font_alone_is_not_worth_a_word_to_those_who_cannot_install_it(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        start.install([], ["fonts-wqy-microhei"], None)
        assert capsys.readouterr().err == ""

    @pytest.mark.parametrize(
        ("arguments", "variables", "window"),
        [
            (["demo"], {"DISPLAY": ":0"}, True),
            (["demo"], {"WAYLAND_DISPLAY": "wayland-0"}, True),
            (["--database", "office.db"], {"DISPLAY": ":0"}, True),
            (["demo"], {}, False),
            (["demo", "--no-window"], {"DISPLAY": ":0"}, False),
            (["demo"], {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
            (["check"], {"DISPLAY": ":0"}, False),
        ],
    )
    def test_for_a_window_are_asked_for_when_there_will_be_one(
        self, monkeypatch: pytest.MonkeyPatch, arguments: list[str], variables: dict[str, str], window: bool
    ) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert start.opens_window(arguments) is window


class TestWords:
    @pytest.mark.parametrize(
        ("printed", "told"),
        [
            ("ERROR: Could not install packages: [Errno 28] No space left on device", "磁盘空间不足"),
            ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "校验值不符"),
            (
                "WARNING: Retrying after connection broken by 'NewConnectionError'\n"
                "ERROR: No matching distribution found for alembic==1.20.1",
                "连接不到软件源",
            ),
            ("E: Failed to fetch: Temporary failure resolving 'example.org'", "连接不到软件源"),
            ("[Errno 13] Permission denied: '.venv'", "没有写入权限"),
            ("PermissionError: [WinError 5] 'python.exe'", "没有写入权限"),
            ("ERROR: No matching distribution found for pyside6-essentials==6.9.3", "这台电脑装不了"),
            ("first line\nsomething unheard of\n", "安装没有成功：something unheard of"),
        ],
    )
    def test_failure_is_told_in_one_plain_line(
        self, capsys: pytest.CaptureFixture[str], printed: str, told: str
    ) -> None:
        assert start.failure(printed).code == 1
        line = capsys.readouterr().err
        assert told in line
        assert line.count("\n") == 1

    def test_are_ascii_where_the_terminal_has_no_chinese(self, place: Path) -> None:
        (place / ".ci" / "runtime.lock").unlink()
        run = started(place, PYTHONIOENCODING="ascii")
        assert run.returncode == 1
        assert run.stderr.startswith("The installation failed: ")


@POSIX
class TestCommands:
    def test_without_words_the_demonstration_opens(self, place: Path) -> None:
        set_up(place, "runtime")
        run = started(place)
        assert run.stdout.startswith("-m gridapp demo in ")
        assert run.stderr == ""

    def test_other_words_go_to_gridapp_in_the_present_folder(self, place: Path, tmp_path: Path) -> None:
        set_up(place, "runtime")
        run = started(place, "tally", "event", "--json", cwd=tmp_path)
        assert run.stdout == f"-m gridapp tally event --json in {tmp_path} size= platform= path={place}\n"

    def test_guard_runs_every_tool_and_then_the_tests(self, place: Path) -> None:
        set_up(place, "development")
        run = started(place, "test", "-k", "ledger")
        assert (place / "checked.txt").read_text("utf-8").split() == ["ruff", "ruff", "mypy", "lint-imports"]
        assert run.stdout == f"-m pytest {CORES} -k ledger in {place} size= platform=offscreen path={place}\n"

    def test_full_size_reaches_the_tests(self, place: Path) -> None:
        set_up(place, "development")
        assert f"-m pytest {CORES} in" in (told := started(place, "test", "--full").stdout)
        assert "size=full" in told

    def test_guard_stops_at_the_first_failure_with_its_exit_code(self, place: Path) -> None:
        module = set_up(place, "development")
        script(module.PYTHON.with_name("mypy"), "exit 3")
        run = started(place, "test")
        assert run.returncode == 3
        assert run.stdout == ""
        assert (place / "checked.txt").read_text("utf-8").split() == ["ruff", "ruff"]
