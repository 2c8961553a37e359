"""Who will be able to read an accusation (检举控告的保密提示), said in one plain sentence while it is entered."""

from gridapp.domain.confidence import Confidence
from gridapp.ports import ConfidenceBook

_NEVER = "检举控告不得透露、转给被反映的人或单位"
_NOBODY = f"{_NEVER}。保密名单还没有建立，保存后谁也不能查看；请先在“设置”的“保密名单”中建立。"


def read_remark(book: ConfidenceBook, person: str) -> str:
    """The sentence for somebody who enters an accusation; asks the database."""
    confidants = book.confidants(Confidence.ACCUSATION)
    if not confidants:
        return _NOBODY
    names = "、".join(confidants)
    if person in confidants:
        return f"{_NEVER}；保存后只有保密名单上的 {names} 可以查看。"
    return f"{_NEVER}；保存后只有保密名单上的 {names} 可以查看，您不在名单上，自己也不能再打开。"
