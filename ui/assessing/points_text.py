"""Points as people write and read them (分数写法)."""

from decimal import Decimal, InvalidOperation


def read_points(text: str) -> Decimal | None:
    """Points as somebody wrote them, to a hundredth; nothing where they cannot be read."""
    try:
        points = Decimal(text.strip())
    except InvalidOperation:
        return None
    if not points.is_finite() or points != round(points, 2):
        return None
    return points


def written(number: Decimal) -> str:
    """A number without needless zeros."""
    return f"{number.normalize():f}"
