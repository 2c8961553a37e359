"""What must hold (核对), looked at in the database itself."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The result of one check: its name, whether it holds, and what was looked at or found."""

    name: str
    ok: bool
    detail: str


class Checks(Protocol):
    """What must hold, looked at in the database itself."""

    def file_integrity(self) -> CheckResult:
        """The database file and its references."""

    def postings(self) -> CheckResult:
        """Every case's postings recomputed and compared with the ledger."""

    def balances(self) -> CheckResult:
        """The months' balances against the postings."""

    def books(self) -> CheckResult:
        """The tables kept of closed months against what was signed."""

    def search(self) -> CheckResult:
        """What every case is found by against the case, and the whole search index against that."""

    def history(self) -> CheckResult:
        """The hash chain of every case's history, and its last state against the case."""

    def attachments(self) -> CheckResult:
        """What cases, papers and templates name: its content is there and has the digest it had."""

    def paper_numbers(self) -> CheckResult:
        """The numbers of papers: in every series one after another, without gaps."""
