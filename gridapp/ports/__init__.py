"""What the rules ask of the database: fulfilled by `db`, used by the use cases, the commands and the window."""

from gridapp.ports.assessment import AssessmentBook
from gridapp.ports.attachments import Attachments
from gridapp.ports.books import Books, CorrectedAmount, LateChange
from gridapp.ports.campaigns import CampaignBook
from gridapp.ports.cases import Batch, CaseStore, Correction, HistoryEntry, PastSave, Save, Touched, Writer
from gridapp.ports.charges import ChargeBook, ChargeLine
from gridapp.ports.checks import CheckResult, Checks
from gridapp.ports.confidence import ConfidantsChange, ConfidenceBook, Reading
from gridapp.ports.drafts import Draft, Drafts
from gridapp.ports.duplicates import Candidate, Duplicates, Entered
from gridapp.ports.exports import ExportLog, ExportNote
from gridapp.ports.former import FormerPetition, FormerPetitions, Petitioner, Presented
from gridapp.ports.historical import HistoricalBook
from gridapp.ports.lists import CaseList, CaseQuery, CaseRow
from gridapp.ports.mappings import ColumnMappings
from gridapp.ports.office import Office
from gridapp.ports.papers import IssuedPaper, Numbering, PaperBook, PaperDraft
from gridapp.ports.places import KnownPlaces, PlaceBook, PlaceChange, PlaceQuery, PlaceRow
from gridapp.ports.registers import Registers
from gridapp.ports.reported import ReportedAction, ReportedBook, ReportedChange
from gridapp.ports.sessions import SessionBook, SessionLine
from gridapp.ports.templates import OfficeTemplates, TemplateChange
from gridapp.ports.views import View, Views

__all__ = [
    "AssessmentBook",
    "Attachments",
    "Batch",
    "Books",
    "CampaignBook",
    "Candidate",
    "CaseList",
    "CaseQuery",
    "CaseRow",
    "CaseStore",
    "ChargeBook",
    "ChargeLine",
    "CheckResult",
    "Checks",
    "ColumnMappings",
    "ConfidantsChange",
    "ConfidenceBook",
    "CorrectedAmount",
    "Correction",
    "Draft",
    "Drafts",
    "Duplicates",
    "Entered",
    "ExportLog",
    "ExportNote",
    "FormerPetition",
    "FormerPetitions",
    "HistoricalBook",
    "HistoryEntry",
    "IssuedPaper",
    "KnownPlaces",
    "LateChange",
    "Numbering",
    "Office",
    "OfficeTemplates",
    "PaperBook",
    "PaperDraft",
    "PastSave",
    "Petitioner",
    "PlaceBook",
    "PlaceChange",
    "PlaceQuery",
    "PlaceRow",
    "Presented",
    "Reading",
    "Registers",
    "ReportedAction",
    "ReportedBook",
    "ReportedChange",
    "Save",
    "SessionBook",
    "SessionLine",
    "TemplateChange",
    "Touched",
    "View",
    "Views",
    "Writer",
]
