"""How a column of a ledger is filled in (填写说明), for the note (批注) at its heading."""

from collections.abc import Callable, Mapping

from gridapp.domain.columns import Column
from gridapp.domain.kind import Kind


def note_on(column: Column) -> str:
    """What a clerk is told who fills a column in."""
    needed = "必填。" if column.required else "可以不填。"
    if column.field == "number":
        needed = needed if column.required else "没有编号的留空，导入时自动编号。"
        return f"{needed}编号相同的，导入时更新原来的记录。按文本填写，位数再多也不会变。"
    return needed + _BY_TYPE[column.type](column)


def _words(column: Column) -> str:
    return "从下拉列表中选。" if len(column.words) > 6 else f"填{'、'.join(column.words)}之一。"


def _number(column: Column, whole: str) -> str:
    unit = f"，单位：{column.unit}" if column.unit else ""
    return f"{whole}{unit}；只写数字。"


_BY_TYPE: Mapping[str, Callable[[Column], str]] = {
    "text": lambda column: "可以从下拉列表中选，也可以另写。" if column.words else "文字，最多 2000 字。",
    "platform": lambda _: "从下拉列表中选；由类别决定，可以不填。",
    "leaf": lambda _: "从下拉列表中选类别（小类）的名称。",
    "village": lambda _: "从下拉列表中选本镇的村社。",
    "grid": lambda _: "写网格的全称；不在网格表中的写入备注。",
    "phone": lambda _: "11 位手机号、固定电话或 6 位短号。",
    "moment": lambda _: "日期，或日期和时间，如 2018-06-11 或 2018-06-11 09:30。",
    "limit": lambda _: "日期，或日期和时间；只写日期的，到当天 24:00 为止。",
    "day": lambda _: "日期，如 1956-03-12。",
    "count": lambda column: _number(column, "整数"),
    "quantity": lambda column: _number(column, "数字，最多三位小数"),
    "flag": lambda _: "填“是”或“否”。",
    "word": _words,
    "marks": lambda column: f"可以写几个，用顿号隔开：{'、'.join(column.words)}。",
    "words": lambda _: "可以写几个，用顿号隔开。",
    "paper": lambda _: "18 位公民身份号码，按文本填写。",
    "case": lambda column: f"写{'、'.join(Kind(kind).label for kind in column.of)}台账中的编号。",
}
