"""What a dispute's dialog says while it is being filled (调解即时提示): sessions that collide, the lawful form."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from gridapp.domain.dispute import AgreementForm, Dispute, Risk
from gridapp.domain.level import MAJOR
from gridapp.domain.mediation import Purpose
from gridapp.domain.move import Move
from ui.cases.move_dialog import MoveDialog
from ui.handling.advice import Adviser, follow, read
from ui.handling.entry import Makings
from ui.handling.session_conflicts import SessionConflicts

_ORAL = "能当场履行的一般纠纷可以口头达成协议，记入口头协议登记表。"
_WRITTEN = "书面协议经双方签名或盖章、调解员签名并加盖调委会印章后生效。"
_LATER = "不能当场履行的，应当制作书面协议。"
_UNRECORDED = "还没有调解记录，办结后不能再补，卷宗会缺人民调解记录。"
_MAJOR = "重大、疑难纠纷应当制作书面协议。"
_DANGER = "可能引发治安案件、刑事案件的，应当立即报告公安机关（人民调解法第二十五条）。"


def _on_agreement(dialog: MoveDialog, makings: Makings) -> None:
    case = makings.case
    major = isinstance(case, Dispute) and (case.level in MAJOR or case.difficult)
    recorded = isinstance(case, Dispute) and case.held(Purpose.MEDIATION)
    unrecorded = "" if recorded else _UNRECORDED

    def say() -> None:
        at_once, form = bool(read(dialog, "at_once")), read(dialog, "form")
        if major:
            said = _MAJOR
        elif not at_once and read(dialog, "terms"):
            said = _LATER
        else:
            said = _WRITTEN if form == AgreementForm.WRITTEN else _ORAL
        dialog.hint("form", said + unrecorded)

    follow(dialog, ("form", "at_once", "terms"), say)


def _on_risk(dialog: MoveDialog, _: Makings) -> None:
    follow(
        dialog,
        ("risk",),
        lambda: dialog.hint("risk", _DANGER if read(dialog, "risk") == Risk.HIGH else ""),
    )


def _on_session(dialog: MoveDialog, makings: Makings) -> QObject:
    return SessionConflicts(dialog, makings)


DISPUTE_ADVISERS: Mapping[Move, Adviser] = {
    Move.AGREE: _on_agreement,
    Move.ASSESS_RISK: _on_risk,
    Move.SCHEDULE: _on_session,
}
