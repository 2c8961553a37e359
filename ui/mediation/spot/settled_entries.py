"""The entries of the shortest form (当场调解字段): what a mediator can say of a dispute in less than a minute."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit
from typing_extensions import override

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.domain.committee import committee_named
from gridapp.domain.dispute import Mode
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.kind import Kind
from gridapp.domain.party import Side
from gridapp.domain.problem import Problem
from gridapp.domain.vocabulary import vocabulary
from ui.cases.amount_text import read_amount, spoken_amount
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import CategoryBox, WordBox
from ui.desk import Desk
from ui.mediation.spot.party_words import TOO_MANY_PHONES, names_on, parties_in, persons_in, phones_on, too_many_phones
from ui.mediation.spot.proposed_title import proposed_title
from ui.recording.attachments_box import AttachmentsBox
from ui.recording.case_entries import CaseEntries, one_line, read_count, show_count
from ui.widgets.pick_box import PickBox

_AMOUNT = "涉及金额请写成数字（元），如 1500 或 1500.5。"
_RESULT_LINES = 2


class SettledEntries(CaseEntries[DisputeDraft]):
    """All entries of the form, made in the order of Tab; name and number of people follow from what is written."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.category = CategoryBox("类别", vocabulary().opening(Kind.DISPUTE))
        self.party_a = QLineEdit()
        self.party_b = QLineEdit()
        self.title = QLineEdit()
        self.town = PickBox("乡镇")
        self.village = PickBox("村社")
        self.result = QPlainTextEdit()
        self.performed = QCheckBox("当场履行完毕")
        self.unit = WordBox("调解组织")
        self.handler = WordBox("调解员")
        self.reported_at = MomentEdit("调解时间", desk.today)
        self.late_reason = QLineEdit()
        self.people = QLineEdit()
        self.amount = QLineEdit()
        self.committee = PickBox("调委会类型")
        self.mode = PickBox("调解方式")
        self.phone_a = QLineEdit()
        self.phone_b = QLineEdit()
        self.source = PickBox("来源")
        self.address = QLineEdit()
        self.entrusted_by = WordBox("委托移送单位")
        self.project = QLineEdit()
        self.note = QPlainTextEdit()
        self.attachments = AttachmentsBox(desk)
        self.level, self.grid = PickBox("级别"), PickBox("网格")
        self.registered_at, self.reason = QLabel(), QLineEdit()
        words = dispute_words()
        self.committee.offer(words.committees)
        self.mode.offer(tuple(Mode))
        self.source.offer(words.sources)
        self.entrusted_by.offer(words.entrusters)
        self.result.setTabChangesFocus(True)
        self.result.setFixedHeight(self.result.fontMetrics().lineSpacing() * _RESULT_LINES + 14)
        self.party_a.setPlaceholderText("姓名或名称，几人用“、”隔开")
        self.party_b.setPlaceholderText("对方姓名或名称")
        for phone in (self.phone_a, self.phone_b):
            phone.setPlaceholderText("可不填，与姓名顺序一致")
        self._proposed = ("", "", "")
        self.make_ready()

    @override
    def offer_people(self, names: Sequence[str], units: Sequence[str]) -> None:
        self.handler.offer(names)
        self.unit.offer(units)

    def propose(self) -> None:
        """Fills in what follows from the rest, where nobody has written anything else."""
        leaf = vocabulary().leaf(self.category.category)
        proposed = (
            proposed_title(self.party_a.text(), self.party_b.text(), leaf),
            str(persons_in(self.party_a.text(), self.party_b.text()) or ""),
            committee_named(self.unit.words) or "",
        )
        before, self._proposed = self._proposed, proposed
        for line, old, new in zip((self.title, self.people), before, proposed, strict=False):
            if line.text() == old and new != old:
                line.setText(new)
                line.setCursorPosition(0)
        if self.committee.words == before[2] and proposed[2] != before[2]:
            self.committee.show_words(proposed[2])

    @override
    def show(self, draft: DisputeDraft) -> None:
        self.category.show_category(draft.category)
        self.show_place(draft.town, draft.village, None)
        for name, side in (("a", Side.A), ("b", Side.B)):
            getattr(self, f"party_{name}").setText(names_on(side, draft.parties))
            getattr(self, f"phone_{name}").setText(phones_on(side, draft.parties))
        for name in ("title", "address", "project", "late_reason"):
            getattr(self, name).setText(getattr(draft, name))
        for name in ("unit", "handler", "committee", "mode", "source", "entrusted_by"):
            getattr(self, name).show_words(getattr(draft, name))
        show_count(self.people, draft.people)
        self.amount.setText(spoken_amount(draft.amount))
        self.reported_at.show_moment(draft.reported_at)
        self.note.setPlainText(draft.note)
        self.attachments.show_attachments(draft.attachments)
        self._proposed = (draft.title, self.people.text(), self.committee.words)

    @override
    def read(self) -> DisputeDraft:
        leaf = vocabulary().leaf(self.category.category)
        return DisputeDraft(
            town=self.town.key or "",
            title=one_line(self.title),
            category=self.category.category,
            level=leaf.default_level if leaf else "",
            village=self.village.key,
            address=one_line(self.address),
            reported_at=self.read_moments()["reported_at"],
            late_reason=one_line(self.late_reason),
            source=self.source.words,
            entrusted_by=self.entrusted_by.words,
            project=one_line(self.project),
            people=read_count(self.people),
            amount=self._read_amount(),
            mode=self.mode.words,
            unit=self.unit.words,
            committee=self.committee.words,
            handler=self.handler.words,
            note=self.note.toPlainText(),
            parties=(
                *parties_in(Side.A, one_line(self.party_a), one_line(self.phone_a)),
                *parties_in(Side.B, one_line(self.party_b), one_line(self.phone_b)),
            ),
            attachments=self.attachments.attachments,
        )

    def _read_amount(self) -> Decimal | None:
        try:
            return read_amount(self.amount.text())
        except ValueError:
            return None

    @override
    def unreadable(self) -> Iterator[Problem]:
        yield from super().unreadable()
        if self.amount.text().strip() and self._read_amount() is None:
            yield Problem("amount", "number", _AMOUNT)
        for field, names, phones in (
            ("phone_a", self.party_a, self.phone_a),
            ("phone_b", self.party_b, self.phone_b),
        ):
            if too_many_phones(names.text(), phones.text()):
                yield Problem(field, "names", TOO_MANY_PHONES)
