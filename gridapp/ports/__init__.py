"""What the rules ask of the database: fulfilled by `db`, used by the use cases, the commands and the window."""

from gridapp.ports.attachments import Attachments
from gridapp.ports.cases import Batch, CaseStore, HistoryEntry, PastSave, Save, Writer
from gridapp.ports.checks import CheckResult, Checks
from gridapp.ports.drafts import Draft, Drafts
from gridapp.ports.duplicates import Candidate, Duplicates, Entered
from gridapp.ports.lists import CaseList, CaseQuery, CaseRow
from gridapp.ports.office import Office
from gridapp.ports.registers import Registers
from gridapp.ports.sessions import SessionBook, SessionLine
from gridapp.ports.views import View, Views

__all__ = [
    "Attachments",
    "Batch",
    "Candidate",
    "CaseList",
    "CaseQuery",
    "CaseRow",
    "CaseStore",
    "CheckResult",
    "Checks",
    "Draft",
    "Drafts",
    "Duplicates",
    "Entered",
    "HistoryEntry",
    "Office",
    "PastSave",
    "Registers",
    "Save",
    "SessionBook",
    "SessionLine",
    "View",
    "Views",
    "Writer",
]
