"""How a dispute came, in the words of a ledger (纠纷台账来源用语)."""

import re
from collections.abc import Mapping
from typing import Any

from gridapp.domain.dispute_words import APPLIED, ENTRUSTED, UNASKED

_ORIGINS: Mapping[str, str] = {
    "主动": UNASKED,
    "主动排查": UNASKED,
    "排查": UNASKED,
    "申请": APPLIED,
    "申请调解": APPLIED,
    "当事人申请": APPLIED,
    "依当事人申请": APPLIED,
    "委托": ENTRUSTED,
    "移送": ENTRUSTED,
}
_SENT = re.compile(r"(?P<by>.+?)(委托移送|移送|委托)")


def origin_told(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a row with its source (来源) as one of the three of the statistics, where it plainly is one.

    A source that says by whom the dispute was sent (法院委托移送) fills 委托单位 too; any other word stays as it is.
    """
    source = fields.get("source")
    if source is None:
        return dict(fields)
    if source in _ORIGINS:
        return {**fields, "source": _ORIGINS[source]}
    sent = _SENT.fullmatch(source)
    if sent is None:
        return dict(fields)
    return {"entrusted_by": sent["by"], **fields, "source": ENTRUSTED}
