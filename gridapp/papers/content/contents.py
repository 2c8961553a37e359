"""The table of contents of a mediation file (卷内目录; domain.md §3.5): what was made here, and what was brought."""

from collections.abc import Callable, Iterator, Sequence

from gridapp.cases.dispute.file import file_items
from gridapp.domain.dispute import Dispute
from gridapp.domain.mediation import Purpose
from gridapp.papers.catalogue import form_named
from gridapp.papers.content.agreement import agreements, confirmations, oral_agreements
from gridapp.papers.content.attorney import attorneys
from gridapp.papers.content.closing_report import reports
from gridapp.papers.content.mediation_file import applications, mediation, registrations, rights, terminations
from gridapp.papers.content.occasion import Line, Occasion
from gridapp.papers.content.sessions import records_of
from gridapp.papers.content.subject import Subject

_OPEN = ""
"""What is left open, to be written by hand."""

_BROUGHT_LETTER = "授权委托书（当事人提交）"
"""A letter of attorney that was not made here."""

_Made = tuple[str, Callable[[Subject, Dispute], Iterator[Occasion]]]

_ORDER: Sequence[_Made | str] = (
    ("application", applications),
    ("registration", registrations),
    ("rights", rights),
    "当事人身份证明",
    _BROUGHT_LETTER,
    ("attorney", attorneys),
    ("inquiry", records_of(Purpose.INQUIRY)),
    "人民调解证据材料",
    ("mediation", records_of(Purpose.MEDIATION)),
    ("agreement", agreements),
    ("oral_agreement", oral_agreements),
    ("termination", terminations),
    "履行凭证",
    ("revisit", records_of(Purpose.REVISIT)),
    ("confirmation", confirmations),
    "司法确认有关材料",
    ("report", reports),
)
"""The papers of a file by the codes of their forms, and what is brought by its name."""


def contents(subject: Subject, dispute: Dispute) -> Iterator[Occasion]:
    """The table of contents of a file whose dispute has ended; its pages are told where a whole file is made."""
    if dispute.closed is None:
        return
    lines: list[Line] = [
        {"序号": str(n), "文书名称": title, "页号": _OPEN, "备注": _OPEN}
        for n, title in enumerate(_titles(subject, dispute), 1)
    ]
    values = mediation(subject, dispute, subject.today) | {"目录": lines, "卷名": dispute.title}
    yield Occasion(key="file", day=subject.today, values=values)


def _titles(subject: Subject, dispute: Dispute) -> Iterator[str]:
    brought = {item.name for item in file_items(dispute) if item.present}
    if any(party.agent and party.attorney_letter for party in dispute.known_parties):
        brought.add(_BROUGHT_LETTER)
    for entry in _ORDER:
        if isinstance(entry, str):
            if entry in brought:
                yield entry
            continue
        code, occasions = entry
        if any(occasion.usual for occasion in occasions(subject, dispute)):
            yield form_named(code).title
