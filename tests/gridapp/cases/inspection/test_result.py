"""The result of an inspection says what was found, in the ledgers' own words, so that it can be counted."""

import pytest

from gridapp.ports import Office
from tests.gridapp.cases.inspection.inspected import draft, finding, on_file, recorded

ITEM, SPOT = finding(), finding("演示：电线未套管", counting_unit="处")


@pytest.mark.parametrize(
    ("findings", "written", "result", "found"),
    [
        ((), "", "未发现隐患", False),
        ((), "演示：整洁", "未发现隐患，演示：整洁", False),
        ((ITEM, SPOT), "", "发现隐患1条、1处", True),
        ((ITEM,), "演示：口头责令整改", "发现隐患1条，演示：口头责令整改", True),
        ((ITEM,), "发现隐患，已责令整改", "发现隐患，已责令整改", True),
    ],
)
def test_what_was_found_is_said_where_the_inspectors_did_not(
    sqlite_office: Office, findings: tuple[object, ...], written: str, result: str, found: bool
) -> None:
    place = on_file(sqlite_office)
    inspection = recorded(sqlite_office, draft(place, findings, result=written)).inspection  # type: ignore[arg-type]
    assert (inspection.result, inspection.found_hazards) == (result, found)
