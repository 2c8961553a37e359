"""Everything about one office, ready for use."""

from dataclasses import dataclass

from gridapp.counting.ledger import Ledger
from gridapp.ports.assessment import AssessmentBook
from gridapp.ports.attachments import Attachments
from gridapp.ports.books import Books
from gridapp.ports.campaigns import CampaignBook
from gridapp.ports.cases import CaseStore
from gridapp.ports.charges import ChargeBook
from gridapp.ports.checks import Checks
from gridapp.ports.confidence import ConfidenceBook
from gridapp.ports.drafts import Drafts
from gridapp.ports.duplicates import Duplicates
from gridapp.ports.exports import ExportLog
from gridapp.ports.former import FormerPetitions
from gridapp.ports.historical import HistoricalBook
from gridapp.ports.lists import CaseList
from gridapp.ports.mappings import ColumnMappings
from gridapp.ports.papers import PaperBook
from gridapp.ports.places import PlaceBook
from gridapp.ports.registers import Registers
from gridapp.ports.reported import ReportedBook
from gridapp.ports.sessions import SessionBook
from gridapp.ports.templates import OfficeTemplates
from gridapp.ports.views import Views


@dataclass(frozen=True, slots=True)
class Office:
    """Everything about one office's database, ready for use."""

    cases: CaseStore
    lists: CaseList
    ledger: Ledger
    registers: Registers
    checks: Checks
    attachments: Attachments
    drafts: Drafts
    duplicates: Duplicates
    former: FormerPetitions
    views: Views
    sessions: SessionBook
    charges: ChargeBook
    confidence: ConfidenceBook
    campaigns: CampaignBook
    places: PlaceBook
    books: Books
    assessment: AssessmentBook
    reported: ReportedBook
    historical: HistoricalBook
    papers: PaperBook
    templates: OfficeTemplates
    exports: ExportLog
    mappings: ColumnMappings
    location: str

    def is_empty(self) -> bool:
        """Whether nothing has been put on file yet."""
        return not self.registers.areas().towns
