"""Who may decide an enforcement measure (决定机关): never the town what the law gives to others (domain.md §5.1)."""

import re
from collections.abc import Mapping

from gridapp.domain.enforcement import Measure

OTHERS: Mapping[Measure, str] = {
    Measure.SEALED: "消防救援机构或者应急管理（安监）部门",
    Measure.DETAINED: "公安机关",
    Measure.FINED: "有处罚权的部门",
    Measure.STOPPED: "有处罚权的部门或者县级人民政府",
    Measure.POWER_CUT: "负有安全生产监督管理职责的部门",
}
"""The measures that a town cannot decide, each with who does (消防法第五十四、七十条, 安全生产法第六十五条,
治安管理处罚法第三十九条; a town orders, reports and proposes: 浙江省安全生产条例第二十七条).
"""

NEVER_THE_TOWN = frozenset({Measure.SEALED, Measure.DETAINED})
"""The measures that not even an old ledger may tell as the town's own; the others stay as they were written."""

_HALL = re.compile(r"(镇|乡|街道)(人民政府|政府|党委|办|办事处|办公室)?$|(?<![县市区省州])人民政府$")
_OFFICE = re.compile(
    r"^(?!.*局)(.*(镇|乡|街道).{0,8}(办|办公室|四平台|指挥室|安监站|安监所|管理站|工作站|中心|执法队|安委会|党委政府)$|(镇|乡)里$)"
)
"""What a town's own offices are called; what a bureau of the county keeps in a town (派出机构) is the county's."""


def is_town(authority: str, town: str = "") -> bool:
    """Whether an authority is a town's government or one of its own offices; `town` is the name of the town."""
    name = authority.strip()
    return (bool(town) and name == town) or bool(_HALL.search(name) or _OFFICE.search(name))


def why_not_decided_by(measure: str, authority: str, town: str = "") -> str | None:
    """One sentence that says why an authority cannot have decided a measure, or nothing if it can."""
    if measure not in OTHERS or not is_town(authority, town):
        return None
    return f"{measure}不能由乡镇决定，应由{OTHERS[Measure(measure)]}决定，请填写有权决定的机关。"
