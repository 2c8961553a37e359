"""A number in a field (数值): as people copy it from a report, with commas, spaces or a percent sign."""

from decimal import Decimal, InvalidOperation

from gridapp.domain.problem import Refusal

_DROPPED = str.maketrans("０１２３４５６７８９．－％", "0123456789.-%", ",， \u3000")
_LONGEST = 20


def read_number(text: str) -> Decimal:
    """The number that is written; raises `Refusal` where there is none."""
    bare = text.translate(_DROPPED).removesuffix("%")
    if not bare:
        raise Refusal("请填写数值。")
    try:
        number = Decimal(bare) if len(bare) <= _LONGEST else Decimal("NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise Refusal(f"看不懂“{text.strip()}”，请写成数字，如 2392 或 97.28。")
    return number
