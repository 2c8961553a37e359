"""The commands show what everybody may see: who runs them is nobody's confidant."""

from pathlib import Path

import pytest

from db.office import open_office
from tests.gridapp.cli.commands import Commands
from tests.gridapp.confidential import SECRETS, accusation, key_person, put_on_file

LISTED = (("petition.letters", "检举控告（已保密）"), ("person.surveyed", "重点人员（已保密）"))


@pytest.fixture
def on_confidential(location: str, tmp_path: Path) -> Commands:
    """Commands on an office with an accusation and a key person, on each of the two databases."""
    with open_office(location) as office:
        put_on_file(office, accusation(), key_person())
    return Commands(location, tmp_path)


@pytest.mark.parametrize(("indicator", "title"), LISTED)
def test_the_list_behind_a_figure_has_every_line_and_no_matter(
    on_confidential: Commands, indicator: str, title: str
) -> None:
    listed = on_confidential.json("list", indicator, "--period", "2018-01")
    assert [(case["title"], case["quantity"]) for case in listed["cases"]] == [(title, 1)]
    assert listed["total"] == 1


@pytest.mark.parametrize(("indicator", "title"), LISTED)
def test_nothing_of_it_is_printed_for_people_either(on_confidential: Commands, indicator: str, title: str) -> None:
    status, out, err = on_confidential.run("list", indicator, "--period", "2018-01")
    assert (status, err) == (0, "")
    assert title in out
    assert not any(word in out for word in (*SECRETS, "演示甲老人"))


@pytest.mark.parametrize("kind", ["petition", "person"])
def test_no_table_names_what_is_confidential(on_confidential: Commands, kind: str, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    status, out, err = on_confidential.run("tally", kind, "--period", "2018-01", "--by", "village", "--csv", file)
    assert (status, err) == (0, "")
    printed = out + file.read_text(encoding="utf-8-sig")
    assert not any(word in printed for word in (*SECRETS, "演示甲老人", "13900000008"))


def test_the_check_of_the_office_names_no_matter(on_confidential: Commands) -> None:
    status, out, _ = on_confidential.run("check")
    assert status == 0
    assert not any(word in out for word in (*SECRETS, "演示甲老人"))
