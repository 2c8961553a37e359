"""Everything that is looked at before a month is handed in (关账前检查)."""

from collections.abc import Sequence
from datetime import date, datetime

from gridapp.closing.balances import balances, broken
from gridapp.closing.drafts import draft_in_words, drafts_of
from gridapp.closing.precondition import Precondition
from gridapp.closing.timeliness import timeliness
from gridapp.closing.unfinished import unfinished
from gridapp.counting.words import Words
from gridapp.domain.moment import day_of
from gridapp.domain.period import Month, Period
from gridapp.domain.problem import Refusal
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office
from gridapp.reporting.sense.doubt import DoubtKind
from gridapp.reporting.sense.doubts import doubts


def preconditions(office: Office, town: str, month: Month, now: datetime) -> Sequence[Precondition]:
    """What stands against handing in a town's month, and what is in order; asks the database."""
    return [
        _is_over(month, now),
        _adds_up(office, town, month),
        _earlier_months(office.books.open_from(town), month),
        _drafts(office, town, month),
        *unfinished(office.lists, town, month),
        _villages(office, town, month, now),
        _doubts(office, town, month),
    ]


def refuse_unless_ready(office: Office, town: str, month: Month, now: datetime) -> None:
    """Raises `Refusal` where something stands in the way; what is only unfinished does not."""
    for line in (_is_over(month, now), _adds_up(office, town, month)):
        if line.stands_in_the_way:
            raise Refusal(f"{line.said}，不能提交。")


def _is_over(month: Month, now: datetime) -> Precondition:
    label, over = month.period.label, day_of(now) >= month.end
    return Precondition(
        name="期间", said=f"{label}已经结束" if over else f"{label}还没有结束", left=int(not over), blocking=True
    )


def _adds_up(office: Office, town: str, month: Month) -> Precondition:
    words = Words(office.registers.areas(), vocabulary())
    wrong = broken(balances(office.ledger, words, town, month), words)
    said = f"有 {len(wrong)} 处结转不平" if wrong else "上期结转＋本期新增−本期办结＝期末结存，每个村社都相符"
    return Precondition(name="结转", said=said, left=len(wrong), blocking=True, lines=wrong)


def _earlier_months(open_from: date | None, month: Month) -> Precondition:
    """Where months were closed before, those between; the first closing of an office closes all before it."""
    between = []
    if open_from is not None and open_from < month.start:
        between = [m.period.label for m in Period(open_from, month.start).months()]
    said = f"{'、'.join(between)}还没有关账，将随本月一并关闭，不另存报表" if between else "以前的月份都已关账"
    if open_from is None:
        said = "这是第一次关账，以前的月份一并关闭"
    return Precondition(name="以前月份", said=said, left=len(between), lines=between)


def _drafts(office: Office, town: str, month: Month) -> Precondition:
    waiting = [draft_in_words(draft) for draft in drafts_of(office.drafts, town, month)]
    said = f"有 {len(waiting)} 份登记或修改没有保存" if waiting else "没有未保存的登记"
    return Precondition(name="未保存的登记", said=said, left=len(waiting), lines=waiting)


def _villages(office: Office, town: str, month: Month, now: datetime) -> Precondition:
    areas = office.registers.areas()
    silent = [
        areas.name(line.village) or ""
        for line in timeliness(office, town, month, now)
        if line.village is not None and not line.has_reported
    ]
    said = f"{len(silent)} 个村社本月没有上报事件" if silent else "每个村社本月都有上报"
    return Precondition(name="村社上报", said=said, left=len(silent), lines=silent)


def _doubts(office: Office, town: str, month: Month) -> Precondition:
    """What can hardly be so; a rate over 100 % that was carried over only asks for a word of explanation."""
    found = doubts(office, town, month.period)
    said = [doubt.sentence for doubt in found if doubt.kind is not DoubtKind.CARRIED_OVER]
    word = f"有 {len(said)} 处数据疑点，请核对" if said else "没有发现数据疑点"
    return Precondition(name="数据疑点", said=word, left=len(said), lines=said)
