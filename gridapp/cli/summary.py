"""`report summary`: the report in words (总结) as a Word, PDF or text file."""

from pathlib import Path

from gridapp.counting.words import Words
from gridapp.domain.period import Period
from gridapp.ports import Office
from gridapp.reporting.prose.prose import prose
from gridapp.reporting.prose.report_file import write_report


def make_summary(office: Office, words: Words, town: str, period: Period, out: Path) -> None:
    """Writes the summary of a town (its code) and period as .docx, .pdf or .txt by the file's name.

    Raises `Refusal` for another kind of file, or where it cannot be written.
    """
    write_report(out, prose(office.ledger, words, town, period, office.cases.now()), office.ledger, words)
