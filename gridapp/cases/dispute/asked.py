"""What is said where a move with a dispute lacks what it needs, in the words of its dialog (缺项提示)."""

from collections.abc import Mapping

from gridapp.cases.charge import CHARGE_ASKED
from gridapp.domain.move import Move, Need

ASKED: Mapping[tuple[Move, Need], str] = {
    **CHARGE_ASKED,
    (Move.ACCEPT, Need.UNIT): "请填写调解组织。",
    (Move.ACCEPT, Need.HANDLER): "请填写主持调解员。",
    (Move.HAND_OVER, Need.UNIT): "请填写移交给哪个调解组织。",
    (Move.TRANSFER, Need.UNIT): "请填写转送给哪个单位。",
    (Move.BREACH, Need.REASON): "请填写未履行的情况。",
    (Move.INQUIRE, Need.RECORD): "请填写调查记录。",
    (Move.MEDIATE, Need.RECORD): "请填写调解记录。",
    (Move.AGREE, Need.RESULT): "请填写协议内容。",
    (Move.FAIL, Need.RESULT): "请填写终止说明和告知的其他途径。",
    (Move.EXTEND, Need.UNTIL): "请填写新的调解期限。",
    (Move.REVISIT, Need.RECORD): "请填写回访情况。",
    (Move.APPLY_CONFIRMATION, Need.UNIT): "请填写受理法院。",
    (Move.REPORT_POLICE, Need.UNIT): "请填写公安机关。",
    (Move.REPORT_POLICE, Need.RECORD): "请填写报告情况。",
}
