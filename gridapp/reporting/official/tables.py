"""The official tables of a town and a period (月报各表), each by its code."""

from collections.abc import Sequence
from datetime import datetime

from gridapp.counting.posting import Dimension
from gridapp.counting.words import Words
from gridapp.domain.committee import NATURE
from gridapp.domain.period import Period
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from gridapp.reporting.official import charge_list
from gridapp.reporting.official.building import Building
from gridapp.reporting.official.cells import Scope
from gridapp.reporting.official.definition import CODES as FIGURES
from gridapp.reporting.official.definition import definition
from gridapp.reporting.official.table import OfficialTable

CODES = (*FIGURES, charge_list.CODE)
"""Every table, in the order in which they are handed in; `T6-1` and `T6-2` go with T6."""


def codes_of(kind: str) -> Sequence[str]:
    """The tables that somebody means by a code or a title: T2, T6 with what goes with it, T1 both of it, 信访月报."""
    titles = {code: charge_list.title() if code == charge_list.CODE else definition(code).title for code in CODES}
    named = [code for code in CODES if kind in (titles[code], code) or code.upper() == kind.upper()]
    with_it = [code for code in CODES if _family(code) in {kind.upper(), *named}]
    return with_it or named


def official_tables(
    office: Office, words: Words, town: str, period: Period, as_of: datetime | None = None
) -> Sequence[OfficialTable]:
    """Every table of a town (by its code) and a period, as the ledger has it at a moment (or now)."""
    return [official_table(office, words, town, period, code, as_of) for code in CODES]


def official_table(
    office: Office, words: Words, town: str, period: Period, code: str, as_of: datetime | None = None
) -> OfficialTable:
    """One table by its code; raises `Refusal` for one that does not exist."""
    scope = Scope(town, period, as_of)
    if code == charge_list.CODE:
        return charge_list.charge_list(office, scope)
    if code not in FIGURES:
        raise Refusal(f"没有“{code}”这张报表，可用的有：{'、'.join(CODES)}。")
    committees = [unit.name for unit in office.registers.units(town) if unit.nature == NATURE]
    on_file = {Dimension.BODY: committees}
    return Building(office.ledger, words, office.registers.areas(), scope, on_file).table(definition(code))


def _family(code: str) -> str:
    """That under which tables are asked for together: T6 of T6-1, T1 of T1a."""
    return code.split("-", maxsplit=1)[0].rstrip("ab")
