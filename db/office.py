"""Opening an office: the one place that puts the parts of the database together."""

from collections.abc import Iterator
from contextlib import contextmanager

from db.assessment import SqlAssessmentBook
from db.attachments import SqlAttachments
from db.books import SqlBooks
from db.campaign_book import SqlCampaignBook
from db.cases import SqlCaseStore
from db.charges import SqlChargeBook
from db.checks import SqlChecks
from db.confidence import SqlConfidenceBook
from db.drafts import SqlDrafts
from db.duplicates import SqlDuplicates
from db.engine import Database, check_file, engine_for, url_of
from db.exports import SqlExportLog
from db.figures import SqlLedger
from db.former_petitions import SqlFormerPetitions
from db.historical import SqlHistoricalBook
from db.lists import SqlCaseList
from db.mappings import SqlColumnMappings
from db.migrate import bring_up_to_date
from db.papers import SqlPaperBook
from db.place_book import SqlPlaceBook
from db.registers import SqlRegisters
from db.reported import SqlReportedBook
from db.sessions import SqlSessionBook
from db.templates import SqlOfficeTemplates
from db.terms import Terms
from db.views import SqlViews
from gridapp.ports import Office


@contextmanager
def open_office(location: str) -> Iterator[Office]:
    """The office in a SQLite file or PostgreSQL database, built or upgraded if need be.

    Raises `Refusal` with one sentence where the location cannot be used; it is then unharmed.
    """
    url = url_of(location)
    check_file(url)
    bring_up_to_date(url)
    database, terms = Database(engine_for(url)), Terms()
    try:
        yield Office(
            cases=SqlCaseStore(database, terms),
            lists=SqlCaseList(database),
            ledger=SqlLedger(database, terms),
            registers=SqlRegisters(database),
            checks=SqlChecks(database, terms),
            attachments=SqlAttachments(database),
            drafts=SqlDrafts(database),
            duplicates=SqlDuplicates(database),
            former=SqlFormerPetitions(database),
            views=SqlViews(database),
            sessions=SqlSessionBook(database),
            charges=SqlChargeBook(database),
            confidence=SqlConfidenceBook(database),
            campaigns=SqlCampaignBook(database),
            places=SqlPlaceBook(database),
            books=SqlBooks(database, terms),
            assessment=SqlAssessmentBook(database),
            reported=SqlReportedBook(database),
            historical=SqlHistoricalBook(database),
            papers=SqlPaperBook(database),
            templates=SqlOfficeTemplates(database),
            exports=SqlExportLog(database),
            mappings=SqlColumnMappings(database),
            location=url.render_as_string(hide_password=True),
        )
    finally:
        database.close()
