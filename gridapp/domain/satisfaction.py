"""What people say of the result (满意度; domain.md §1.4, 4.4)."""

from gridapp.domain.kind import Kind

SATISFACTION = ("满意", "基本满意", "不满意")
"""The grades, best first."""

UNSPOKEN = "未评价"
"""What stands for somebody who was asked and has said nothing."""


def satisfactions_of(kind: Kind) -> tuple[str, ...]:
    """What may stand as satisfaction; of a petition two bodies are spoken of, one of them perhaps not."""
    return (*SATISFACTION, UNSPOKEN) if kind is Kind.PETITION else SATISFACTION
