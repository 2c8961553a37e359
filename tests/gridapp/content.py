"""The content of cases as one digest, to be compared before and after."""

import hashlib
import json
from collections.abc import Iterable

from gridapp.domain.case import Case
from gridapp.domain.plain import to_plain


def content_hash(cases: Iterable[Case]) -> str:
    """A digest of everything that cases say, whatever their versions."""
    plain = sorted(json.dumps(_content(case), ensure_ascii=False, sort_keys=True) for case in cases)
    return hashlib.sha256("\n".join(plain).encode()).hexdigest()


def _content(case: Case) -> dict[str, object]:
    return {name: value for name, value in to_plain(case).items() if name != "version"}
