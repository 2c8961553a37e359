"""What a petition's dialog says while it is being filled (信访即时提示): which rules hold, until when, and why."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from gridapp.cases.petition.problems import may_ask_until, put_off_until
from gridapp.domain.deadline import Deadlines
from gridapp.domain.moment import day_of, spoken_limit
from gridapp.domain.move import Move
from gridapp.domain.petition import Petition, PetitionPurpose
from gridapp.domain.petition_limit import PetitionStage, legal_due, petition_due, regimes_on
from ui.cases.move_dialog import MoveDialog
from ui.handling.advice import Adviser, follow, read
from ui.handling.entry import Makings

Hint = Callable[[Petition, datetime, Deadlines], str]
"""A sentence about a petition, for a move that is made at a moment."""

_ACCUSATION = "检举控告的材料和有关情况，不得透露或者转给被反映的人或者单位（{}）。"
_ARTICLES = {"信访条例（2005）": "信访条例第二十三条", "信访工作条例": "信访工作条例第三十条"}
_ONLY_CLAIMS = "申诉求决的，应出具处理意见书，送达后即为办结；其他信访件答复信访人后即可办结。"
_CONCLUDED = "终结后不再受理，不能重开；协议已经履行、逾期未申请复查复核、复核意见已经送达，三者居其一方可终结。"
_BACKLOG = "列入和化解都记日期，积案清零以此为证。"


def rules_in_words(petition: Petition) -> str:
    """By which rules a petition is handled (适用规定), by its registration day."""
    return "、".join(f"《{regime.name}》" for regime in regimes_on(day_of(petition.reported_at)))


def _handling(petition: Petition, at: datetime, deadlines: Deadlines) -> str:
    registered, begun = day_of(petition.reported_at), petition.accepted_at or at
    inner = petition_due(PetitionStage.HANDLE, registered, begun, deadlines)
    legal = legal_due(PetitionStage.HANDLE, registered, begun, deadlines)
    limits = [f"办理期限 {spoken_limit(inner)}"] if inner else []
    limits += [f"法定期限 {spoken_limit(legal)}"] if legal and legal != inner else []
    return f"适用{rules_in_words(petition)}：{'，'.join(limits)}。" if limits else ""


def _longest(petition: Petition, _: datetime, deadlines: Deadlines) -> str:
    longest = put_off_until(petition, deadlines)
    return f"最长可以延长到 {spoken_limit(longest)}（{rules_in_words(petition)}）。" if longest else ""


def _objection(petition: Petition, _: datetime, deadlines: Deadlines) -> str:
    assigned = petition.last_step(Move.ASSIGN)
    if assigned is None:
        return ""
    due_at = petition_due(PetitionStage.OBJECT, day_of(petition.reported_at), assigned.at, deadlines)
    return f"单位应在 {spoken_limit(due_at)} 前提出异议；退回后重新决定处理方式。" if due_at else ""


def _accusation(petition: Petition, _: datetime, __: Deadlines) -> str:
    if petition.purpose is not PetitionPurpose.ACCUSATION:
        return ""
    told = [_ARTICLES[r.name] for r in regimes_on(day_of(petition.reported_at)) if r.name in _ARTICLES]
    return _ACCUSATION.format("、".join(told))


def _served(petition: Petition, at: datetime, deadlines: Deadlines) -> str:
    until = petition_due(PetitionStage.ASK_REVIEW, day_of(petition.reported_at), at, deadlines)
    said = f"，信访人可在 {spoken_limit(until)} 前申请复查" if until else ""
    return f"送达即为办结{said}。"


def _may_ask(petition: Petition, _: datetime, deadlines: Deadlines) -> str:
    until = may_ask_until(petition, deadlines)
    return f"应在 {spoken_limit(until)} 前提出。" if until else ""


def _review(stage: PetitionStage) -> Hint:
    def hint(petition: Petition, at: datetime, deadlines: Deadlines) -> str:
        due_at = petition_due(stage, day_of(petition.reported_at), at, deadlines)
        limit = f"{stage.label}机关应在 {spoken_limit(due_at)} 前作出意见。" if due_at else ""
        return f"{_may_ask(petition, at, deadlines)}{limit}"

    return hint


def _always(sentence: str) -> Hint:
    return lambda *_: sentence


def _say(name: str, hint: Hint, dialog: MoveDialog, makings: Makings) -> None:
    """Says a hint under a field; it follows the moment of the move."""
    petition, desk = makings.case, makings.desk

    def say() -> None:
        if isinstance(petition, Petition):
            dialog.hint(name, hint(petition, read(dialog, "at") or desk.now, desk.deadlines))

    follow(dialog, ("at",), say)


_HINTS: Mapping[Move, tuple[str, Hint]] = {
    Move.ACCEPT: ("informed", _handling),
    Move.ASSIGN: ("until", _handling),
    Move.TRANSFER: ("unit", _accusation),
    Move.OBJECT: ("reason", _objection),
    Move.CLOSE: ("result", _always(_ONLY_CLAIMS)),
    Move.SERVE_REPLY: ("service", _served),
    Move.ASK_REVIEW: ("unit", _review(PetitionStage.REVIEW)),
    Move.ASK_FINAL_REVIEW: ("unit", _review(PetitionStage.FINAL_REVIEW)),
    Move.CONCLUDE: ("ground", _always(_CONCLUDED)),
    Move.EXTEND_HANDLING: ("until", _longest),
    Move.ENTER_BACKLOG: ("reason", _always(_BACKLOG)),
    Move.RESOLVE_BACKLOG: ("result", _always(_BACKLOG)),
}

PETITION_ADVISERS: Mapping[Move, Adviser] = {move: partial(_say, name, hint) for move, (name, hint) in _HINTS.items()}
