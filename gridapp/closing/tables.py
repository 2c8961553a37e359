"""The tables of a month as they are handed in (上报的报表): those that are signed, digested and kept."""

from contextlib import suppress

from gridapp.assessing.tables import assessment_tables
from gridapp.closing.carried_table import carried_table
from gridapp.counting.words import Words
from gridapp.domain.books import KeptTable
from gridapp.domain.moment import end_of
from gridapp.domain.period import Month
from gridapp.domain.vocabulary import vocabulary
from gridapp.domain.workdays import CalendarMissing
from gridapp.ports import Office
from gridapp.reporting.official.canonical import canonical
from gridapp.reporting.official.table import OfficialTable
from gridapp.reporting.official.tables import official_tables


def tables_of(office: Office, town: str, month: Month) -> list[KeptTable]:
    """Every table of a town's month as the books stand now, in canonical text; asks the database."""
    return [
        KeptTable(code=table.code, title=table.title, content=canonical(table))
        for table in live_tables(office, town, month)
    ]


def live_tables(office: Office, town: str, month: Month) -> list[OfficialTable]:
    """The same tables with what opens their lists; without a calendar of the year there is no assessment (考核)."""
    words = Words(office.registers.areas(), vocabulary())
    period = month.period
    tables = [carried_table(office.ledger, words, town, month), *official_tables(office, words, town, period)]
    # The moment does not change the sheet of a month that is over.
    with suppress(CalendarMissing):
        tables += assessment_tables(office, town, month, end_of(period.last))
    return tables
