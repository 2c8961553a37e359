"""Reading the upper system's list and comparing it (读取、比对); runs in the database's thread."""

from dataclasses import dataclass
from pathlib import Path

from gridapp.domain.area import Area
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.ports import Office
from gridapp.reconciling.matched import Matched
from gridapp.reconciling.matching import match
from gridapp.reconciling.upper_columns import Columns, check_columns, keep_columns, proposed_columns
from gridapp.reconciling.upper_list import UpperList, read_upper_list


@dataclass(frozen=True, slots=True)
class OpenedList:
    """A list that was read as one of a kind, with what its columns were proposed to hold."""

    path: Path
    kind: Kind
    upper: UpperList
    columns: Columns


def read_list(office: Office, kind: Kind, town: Area, period: Period, path: Path) -> OpenedList:
    """Reads a list; raises `Refusal` where there is none in the file."""
    upper = read_upper_list(path, kind)
    return OpenedList(path, kind, upper, proposed_columns(office, kind, town, period, upper))


def compare(office: Office, town: Area, period: Period, opened: OpenedList, columns: Columns) -> Matched:
    """Compares a list by its columns, which are remembered; raises `Refusal` where they tell nothing apart."""
    check_columns(opened.kind, columns)
    keep_columns(office.registers, opened.kind, opened.upper, columns)
    return match(office, opened.kind, town, period, opened.upper, columns)
