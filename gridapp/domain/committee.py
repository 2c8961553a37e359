"""What kind of committee (调委会类型) mediates, as far as its name says so."""

import re
from collections.abc import Mapping

_KINDS: Mapping[re.Pattern[str], str] = {
    re.compile(r".*(公司|厂|企业)"): "企事业单位",
    re.compile(r".*(社区|居委会|居民委员会|居)"): "居",
    re.compile(r".*(村|村委会|村民委员会)"): "村",
    re.compile(r".*(镇|乡)"): "乡镇",
    re.compile(r".*街道"): "街道",
}
NATURE = "调委会"
"""The nature of a unit on file that is a mediation committee."""

_COMMITTEE = re.compile(r"(?P<of>.+?)(人民)?(调解委员会|调委会)")


def committee_named(unit: str | None) -> str | None:
    """The kind of committee of a unit, where its name plainly says it; nothing for another."""
    named = _COMMITTEE.fullmatch(unit or "")
    of = named["of"] if named else unit or ""
    return next((kind for pattern, kind in _KINDS.items() if pattern.fullmatch(of)), None)
