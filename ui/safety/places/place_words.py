"""The fields of a place in the office's words (场所字段): for its form, its page and its history."""

from collections.abc import Mapping, Sequence
from typing import Any

from gridapp.domain.area import AreaTree
from gridapp.domain.place import Place

NAMES: Mapping[str, str] = {
    "place_type": "场所类型",
    "name": "场所名称",
    "village": "所属村社",
    "grid": "网格",
    "risk": "风险等级",
    "address": "地址",
    "owner": "业主（负责人）",
    "phone": "联系电话",
    "use": "用途（经营内容）",
    "floors": "层数",
    "rooms": "房间数",
    "tenants": "承租人数",
    "licences": "证照",
    "credit_code": "统一社会信用代码",
    "latitude": "纬度",
    "longitude": "经度",
    "note": "备注",
    "closed_on": "注销日期",
}
_MILLION = 1_000_000
_DEGREES = ("latitude", "longitude")
_AREAS = ("village", "grid")


def degrees_in_words(millionths: int | None) -> str:
    """A coordinate as maps write it; nothing where there is none."""
    return "" if millionths is None else f"{millionths / _MILLION:.6f}"


def read_degrees(text: str) -> int | None:
    """A coordinate in millionths of a degree; raises `ValueError` where it is no number."""
    bare = text.strip().rstrip("°")
    return round(float(bare) * _MILLION) if bare else None


def value_in_words(field: str, value: Any, areas: AreaTree) -> str:
    """One value of a place, as the register or its history keeps it."""
    if value is None or value == "" or value in ([], ()):
        return ""
    if field in _AREAS:
        return areas.name(value) or str(value)
    if field in _DEGREES:
        return degrees_in_words(int(value))
    if isinstance(value, list | tuple):
        return "、".join(map(str, value))
    return str(value)


def facts_of(place: Place, areas: AreaTree) -> Sequence[tuple[str, str]]:
    """Every fact of a place in which something is said."""
    told = ((name, value_in_words(field, getattr(place, field), areas)) for field, name in NAMES.items())
    return [(name, words) for name, words in told if words]
