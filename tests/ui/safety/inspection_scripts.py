"""Twenty inspections as an office meets them, each with what it counts for when it is entered, worked out by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

FIGURES = ("家次", "家", "条", "处", "销号条", "销号处", "份")
"""Visits and distinct places, hazards found and removed of each unit, notices: each counted as itself."""


@dataclass(frozen=True, slots=True)
class Script:
    """An inspection by its name; the place by name and type, the answers to its checklist a key each.

    `own` are hazards that the checklist does not know. Of all hazards, by their places from 0: those mended on the
    spot, those that are major, those that count in another unit than their place's, and limits of their own. A
    `filing` is the reason of a visit to a company. The notice is proposed, laid aside (`no`), asked for though nothing
    is to be mended (`record`), or given a number.
    """

    name: str
    place: str
    place_type: str
    answers: str
    counts: Mapping[str, int]
    own: Sequence[str] = ()
    on_the_spot: Sequence[int] = ()
    major: Sequence[int] = ()
    units: Mapping[int, str] = field(default_factory=dict)
    limits: Mapping[int, str] = field(default_factory=dict)
    filing: str = ""
    notice: str = ""
    is_new: bool = False


_SHOP, _ROAD, _FACTORY, _HOUSE = "沿街店铺", "道路", "工矿商贸企业", "居住出租房"


def _visit(**more: int) -> Mapping[str, int]:
    """A visit to a place that was not inspected before."""
    return {"家次": 1, "家": 1, **more}


TWENTY: Sequence[Script] = (
    Script("两条隐患，一份通知书", "演示甲店", _SHOP, "12120", _visit(条=2, 份=1)),
    Script("一条当场整改，一条限期", "演示乙店", _SHOP, "220", _visit(条=2, 销号条=1, 份=1), on_the_spot=(0,)),
    Script("重大隐患，报备后检查", "演示甲厂", _FACTORY, "20", _visit(条=1, 份=1), major=(0,), filing="演示：例行"),
    Script("同一家再查一次，没有隐患", "演示甲店", _SHOP, "0", {"家次": 1}),
    Script("两处隐患，道路按处计", "演示甲路段", _ROAD, "220", _visit(处=2, 份=1)),
    Script("没有隐患", "演示丙店", _SHOP, "0", _visit()),
    Script("名录里没有的场所", "演示新店", _SHOP, "20", _visit(条=1, 份=1), is_new=True),
    Script("三条隐患，报备", "演示乙厂", _FACTORY, "2220", _visit(条=3, 份=1), filing="演示：专项"),
    Script("不开文书", "演示丁店", _SHOP, "20", _visit(条=1), notice="no"),
    Script(
        "检查表以外的隐患，另定期限",
        "演示戊店",
        _SHOP,
        "0",
        _visit(条=1, 份=1),
        own=("演示：后墙裂缝",),
        limits={0: "0308"},
    ),
    Script("一条一处分开计", "演示甲楼", "高层建筑", "220", _visit(条=1, 处=1, 份=1), units={0: "条"}),
    Script("危旧房屋当场清理", "演示甲屋", "危旧房屋", "20", _visit(处=1, 销号处=1), on_the_spot=(0,)),
    Script("出租房四条隐患", "演示甲出租房", _HOUSE, "22220", _visit(条=4, 份=1)),
    Script("餐饮单位，报备", "演示甲饭店", "餐饮单位", "230", _visit(条=1, 份=1), filing="演示：餐饮检查"),
    Script("危化品企业，报备，两条", "演示化工店", "危化品企业", "220", _visit(条=2, 份=1), filing="演示：危化检查"),
    Script("山塘一处", "演示山塘", "山塘水库", "20", _visit(处=1, 份=1)),
    Script("没有隐患，开现场检查记录", "演示己店", _SHOP, "0", _visit(份=1), notice="record"),
    Script("文书编号自己写", "演示庚店", _SHOP, "20", _visit(条=1, 份=1), notice="演示责改〔2018〕99号"),
    Script("出租房全部当场整改", "演示乙出租房", _HOUSE, "220", _visit(条=2, 销号条=2), on_the_spot=(0, 1)),
    Script("道路一处，自己加一处", "演示乙路段", _ROAD, "20", _visit(处=2, 份=1), own=("演示：边坡落石",)),
)
