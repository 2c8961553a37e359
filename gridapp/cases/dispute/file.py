"""What a mediation file (卷宗) must hold, and what of it is there (domain.md §3.5)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gridapp.domain.dispute import AgreementForm, Dispute, Outcome
from gridapp.domain.dispute_words import APPLIED
from gridapp.domain.mediation import Purpose
from gridapp.domain.party import Side


@dataclass(frozen=True, slots=True)
class FileItem:
    """One document of the file (文书): whether this dispute's file must hold it, whether it does, and what is lacking.

    `n` is its place in the table of contents (卷内目录); `lacking` says in one sentence what is still to be done.
    """

    n: int
    name: str
    required: bool = field(kw_only=True)
    present: bool = field(kw_only=True)
    lacking: str = ""

    @property
    def missing(self) -> bool:
        """Whether it must be there and is not."""
        return self.required and not self.present


def file_items(dispute: Dispute) -> tuple[FileItem, ...]:
    """The documents of a dispute's file, as far as it has come, in the order of the table of contents."""
    return tuple(_items(dispute))


def missing_from_file(dispute: Dispute) -> tuple[FileItem, ...]:
    """What the file must hold and does not."""
    return tuple(item for item in file_items(dispute) if item.missing)


def needs_papers(dispute: Dispute) -> bool:
    """Whether the parties' documents (身份证明) belong into the file: an oral agreement on the spot does without."""
    return dispute.closed is None or dispute.closed.form != AgreementForm.ORAL


def _items(dispute: Dispute) -> Iterator[FileItem]:
    yield _application(dispute)
    yield _item(2, "当事人权利义务告知书", "告知权利义务并记下方式", present=bool(dispute.informed))
    papers = needs_papers(dispute)
    yield _item(3, "当事人身份证明", "核对并填写当事人证件", present=_identified(dispute), required=papers)
    agents = [party for party in dispute.parties if party.agent]
    letters = bool(agents) and all(party.attorney_letter for party in agents)
    yield _item(4, "授权委托书", "收取代理人的授权委托书", present=letters, required=bool(agents))
    yield _item(5, "人民调解调查记录", present=bool(dispute.held(Purpose.INQUIRY)), required=False)
    yield _item(6, "人民调解证据材料", present=bool(dispute.attachments), required=False)
    outcome = dispute.closed.outcome if dispute.closed else None
    mediated = outcome in (None, Outcome.SUCCEEDED, Outcome.FAILED)
    held = bool(dispute.held(Purpose.MEDIATION))
    yield _item(7, "人民调解记录", "补记至少一次调解记录", present=held, required=mediated)
    yield from _agreement(dispute)
    if outcome == Outcome.SUCCEEDED:
        yield from _after_agreement(dispute)


def _item(n: int, name: str, lacking: str = "", *, present: bool, required: bool = True) -> FileItem:
    return FileItem(n, name, "" if present else lacking, required=required, present=present)


def _application(dispute: Dispute) -> FileItem:
    asked = dispute.source == APPLIED
    name = "人民调解申请书" if asked else "人民调解受理登记表"
    sides = {party.side for party in dispute.parties}
    if not {Side.A, Side.B} <= sides:
        return _item(1, name, "补全双方当事人", present=False)
    return _item(1, name, "填写申请事项", present=not asked or bool(dispute.demand))


def _agreement(dispute: Dispute) -> Iterator[FileItem]:
    closed = dispute.closed
    if closed is None or closed.outcome == Outcome.SUCCEEDED:
        written = closed is None or closed.form != AgreementForm.ORAL
        name = "人民调解协议书" if written else "口头协议登记表"
        formed = closed is not None and closed.form in (AgreementForm.WRITTEN, AgreementForm.ORAL)
        numbered = closed is not None and bool(closed.number)
        lacking = "达成协议后制作" if closed is None else "补填协议形式和编号"
        yield _item(8, name, lacking, present=formed and numbered)
    elif closed.outcome == Outcome.FAILED:
        yield _item(8, "终止调解通知书", "写明终止理由和其他途径", present=bool(closed.result))


def _after_agreement(dispute: Dispute) -> Iterator[FileItem]:
    owed = [term for term in dispute.terms if term.agreement == len(dispute.closings)]
    performed = bool(owed) and all(term.receipt for term in owed)
    yield _item(9, "履行凭证", "记下履行情况和凭证", present=performed, required=bool(owed))
    yield _item(10, "人民调解回访记录", "回访当事人", present=dispute.revisited_at is not None)
    confirmation = dispute.confirmation
    if confirmation is not None:
        yield _item(11, "司法确认有关材料", "等待法院答复", present=not confirmation.pending)


def _identified(dispute: Dispute) -> bool:
    """Whether every party on either side has a document; a crowd's representatives stand for it."""
    crowds = {party.side for party in dispute.parties if party.representative}
    bound = [
        party
        for party in dispute.parties
        if party.side is not Side.THIRD and (party.side not in crowds or party.representative)
    ]
    return bool(bound) and all(party.paper_number for party in bound)
