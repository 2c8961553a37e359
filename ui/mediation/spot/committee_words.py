"""What kind of committee (调委会类型) the name of one tells."""

import re

_TOLD = (
    (re.compile("街道"), "街道"),
    (re.compile("社区|居委会|居民"), "居"),
    (re.compile("村"), "村"),
    (re.compile("镇|乡"), "乡镇"),
    (re.compile("公司|厂|企业"), "企事业单位"),
)


def committee_meant(unit: str) -> str:
    """The kind of a committee by its name, or nothing where the name does not tell."""
    return next((kind for told, kind in _TOLD if told.search(unit)), "")
