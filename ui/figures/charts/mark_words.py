"""How a mark is said (图形的说法): its place, value, unit and rule."""

from gridapp.counting.amount import Rate
from ui.figures.charts.drawing import Mark
from ui.figures.figure_words import unit_of, value_in_words


def said(mark: Mark) -> str:
    """A mark in one line, for those who hear it."""
    figure = mark.figure
    unit = "" if isinstance(figure.value, Rate) else f" {unit_of(figure)}"
    when = figure.cut.period.label
    words = (figure.where, when, figure.indicator.name, f"{value_in_words(figure.value)}{unit}", mark.more)
    return " ".join(word for word in words if word)


def hint(mark: Mark) -> str:
    """A mark with its period and rule, for those who point at it."""
    figure = mark.figure
    unit = "" if isinstance(figure.value, Rate) else f" {unit_of(figure)}"
    lines = [
        f"{figure.where}（{figure.cut.period.label}）" if figure.where else figure.cut.period.label,
        f"{figure.indicator.name}：{value_in_words(figure.value)}{unit}",
        *([mark.more] if mark.more else []),
        f"口径：{figure.indicator.rule}",
        "点击或按回车查看具体案件",
    ]
    return "\n".join(lines)
