"""An explanation in words (差额说明): the sum that must come out, and what is known of the report."""

from gridapp.counting.amount import Rate
from gridapp.counting.reconciliation import POINTS
from gridapp.domain.moment import spoken
from gridapp.reconciling.explaining import Explanation, Named
from ui.reconciling.amount_words import signed
from ui.reconciling.explanation_reading import Explained, RecordGroup


def sum_in_words(explanation: Explanation) -> str:
    """The difference as the sum of what records explain and what none does."""
    found, explained, unexplained = explanation.reconciled, explanation.explained, explanation.unexplained
    if explained is None or unexplained is None:
        return f"差额 {found.difference_in_words}；上报时间和登记时间都不详，不能说明。请修改这个上报数，填写上报时间。"
    points = POINTS if isinstance(found.recomputed, Rate) else ""
    parts = f"记录变动 {signed(explained)}{points} ＋ 未说明 {signed(unexplained)}{points}"
    told = f"差额 {found.difference_in_words} ＝ {parts}"
    if not unexplained:
        return f"{told}　上报时与账面相符，差额全部由下列记录说明" if found.difference else f"{told}　上报数与记录相符"
    if explanation.agreed_then:
        return f"{told}　上报数写的是“余”，账面不少于它，相符"
    return f"{told}　未说明的部分：上报时账面就与上报数不同，没有记录可以说明"


def moment_in_words(explanation: Explanation) -> str:
    """With which moment today is compared."""
    since, published = explanation.since, explanation.reconciled.published
    if since is None:
        return "上报时间不详"
    if explanation.since_is_known:
        return f"上报时间 {spoken(since)}{f'，{published.reported_by}' if published.reported_by else ''}"
    return f"上报时间不详，与登记时 {spoken(since)} 的账面比较"


def group_in_words(group: RecordGroup) -> str:
    """A group with how many records it has and what they come to."""
    amount = f"，变动 {signed(group.difference)}" if group.records else ""
    return f"{group.name} {len(group.records)} 件{amount}"


def record_in_words(record: Named) -> str:
    """A record with all that is known of its change, each thing once."""
    at = f"{spoken(record.at)} {record.person or ''}" if record.at else ""
    words = (record.number, record.title, record.cause.value, record.detail, at, record.action, record.reason)
    return "　".join(dict.fromkeys(filter(None, words)))


def history_in_words(explained: Explained) -> str:
    """What was ever done with the figure, in one line."""
    told = [
        f"{change.action.value} {spoken(change.at)} {change.person}{f'（{change.reason}）' if change.reason else ''}"
        for change in explained.changes
    ]
    return f"登记经过：{'；'.join(told)}" if told else ""
