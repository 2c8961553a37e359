"""A file appears whole or not at all."""

from pathlib import Path

import pytest

from gridapp.domain.problem import Refusal
from gridapp.workbooks.whole_file import put_in_place, whole_file


def test_it_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "演示.txt"
    with whole_file(path) as beside:
        beside.write_bytes(b"whole")
        assert not path.exists()
    assert [file.name for file in tmp_path.iterdir()] == ["演示.txt"]
    assert path.read_bytes() == b"whole"


@pytest.mark.parametrize("broken", [KeyboardInterrupt, GeneratorExit, ValueError])
def test_whatever_breaks_it_off_leaves_the_older_file(tmp_path: Path, broken: type[BaseException]) -> None:
    def break_off(beside: Path) -> None:
        beside.write_bytes(b"half")
        raise broken

    path = tmp_path / "演示.txt"
    path.write_bytes(b"older")
    with pytest.raises(broken):
        put_in_place(path, break_off)
    assert [file.name for file in tmp_path.iterdir()] == ["演示.txt"]
    assert path.read_bytes() == b"older"


def test_what_the_disk_refuses_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="不能写入"), whole_file(tmp_path / "没有的文件夹" / "演示.txt") as beside:
        beside.write_bytes(b"nowhere")
