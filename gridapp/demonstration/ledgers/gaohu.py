"""高湖镇: the ledgers behind its half-year report of 2018."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from gridapp.demonstration.ledgers.disputes import DisputePlan, disputes
from gridapp.demonstration.ledgers.events import EventPlan, events
from gridapp.demonstration.ledgers.petitions import PetitionPlan, petitions
from gridapp.demonstration.ledgers.safety import safety
from gridapp.demonstration.ledgers.town import Town, Words
from gridapp.demonstration.ledgers.visits import KindPlan
from gridapp.demonstration.ledgers.workbook import Row
from gridapp.demonstration.ledgers.workdays import office
from gridapp.demonstration.ledgers.worklogs import Work, worklogs

NAME = "高湖镇"

_WORDS = Words(
    spots=(
        "村口",
        "村委会门前",
        "文化礼堂旁",
        "老年活动中心门前",
        "村道拐弯处",
        "溪边",
        "桥头",
        "停车场",
        "公交候车亭旁",
        "卫生室旁",
        "旧校舍旁",
        "机耕路旁",
        "水塘边",
        "篮球场旁",
        "公厕旁",
        "祠堂旁",
        "茶山脚下",
        "晒谷场",
        "后山山脚",
        "污水终端旁",
        "垃圾集中点",
        "通村公路边",
        "{号}号门前",
        "{号}号屋后",
    ),
    waters=("村前溪段", "下游溪段", "支流水渠", "上游溪段", "灌溉渠"),
    roads=("村前路", "溪边路", "中心路", "茶山路"),
    projects=(
        "小城镇环境综合整治工程",
        "通村公路改建工程",
        "饮用水提升工程",
        "农村污水管网工程",
        "危旧房改造工程",
    ),
    trades=("竹木制品厂", "阀门配件厂", "茶叶专业合作社", "油茶专业合作社", "石料加工场", "杨梅专业合作社"),
)
_VILLAGE_WEIGHTS = {
    "桐川村": 3.4,
    "内冯村": 2.3,
    "五源山村": 1.2,
    "旦头山村": 1.1,
    "西山村": 1.9,
    "西圩村": 2.0,
    "演示一村": 1.0,
    "演示二村": 0.9,
    "演示三村": 0.6,
    "演示四村": 0.5,
}

_EVENTS = EventPlan(
    reported=2392,
    opening=70,
    weight_column="gaohu",
    exactly={"ZZ0113": 4, "ZZ0704": 5, "BM0304": 35},
    still_open={"ZZ0113": 0, "ZZ0704": 0, "BM0304": 2},
)
_DISPUTES = DisputePlan(
    found=43,
    opening=2,
    still_open=3,
    weight_column="gaohu",
    otherwise=("调解不成", "调解不成", "撤回", "转送"),
    crowds=(56,),
)
_PETITIONS = PetitionPlan(
    visits=(1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 7),
    repeats=3,
    dispositions={"当场答复": 4, "转送": 3, "受理": 5},
    others={"来信": 3, "网上": 5, "来电": 4},
    opening=1,
    backlog=(),
)
_SAFETY = (
    KindPlan("沿街店铺", 24, 30, removed=14, still_open=1, campaign="消防安全大排查", notices=2, opening=1),
    KindPlan("居住出租房", 14, 18, removed=9, campaign="消防安全大排查", notices=2),
    KindPlan("烟花爆竹经营场所", 6, 8, removed=4, campaign="安全生产大检查", notices=1),
    KindPlan("工矿商贸企业", 10, 16, removed=9, still_open=1, campaign="安全生产大检查", notices=3, opening=1),
    KindPlan("建筑工地", 4, 6, removed=3, campaign="安全生产大检查"),
    KindPlan("餐饮单位", 12, 14, removed=4, campaign="食品药品大抽查", notices=1),
    KindPlan("药店诊所", 3, 4, removed=1, campaign="食品药品大抽查"),
    KindPlan("道路", 8, 8, removed=5),
    KindPlan("危旧房屋", 7, 7, removed=4, still_open=1),
    KindPlan("山塘水库", 5, 6, removed=3),
    KindPlan("地质灾害隐患点", 6, 9, removed=4, still_open=1, campaign="地质灾害隐患排查"),
)
_WORK = (
    Work("农村低保异常处置", "34", "户", 9),
    Work("低保金发放", "3045000", "元", 6, step="500"),
    Work("慈善救助", "30000", "元", 5, step="500"),
    Work("优抚款发放", "31550", "元", 3, step="50"),
    Work("残疾人两项补贴新增", "65", "人", 8),
    Work("地质灾害避险搬迁", "22", "户", 1, village="桐川村"),
    Work("地质灾害避险搬迁", "89", "人", 1, village="桐川村"),
    Work("违法建筑拆除", "51260", "平方米", 24, "三改一拆", step="5"),
    Work("清运垃圾", "1670", "吨", 38, "小城镇环境综合整治"),
    Work("清理乱堆放", "1250", "处", 32, "小城镇环境综合整治"),
    Work("整治生猪散养", "23", "家", 10, "五水共治"),
    Work("拆除水槽", "1208", "个", 18, "五水共治"),
    Work("发放“美丽账本”", "412", "册", 8),
    Work("参与“美丽账本”", "1318", "人", 14),
    Work("森林防火宣传入户", "860", "户", 12, "森林消防"),
)


def town() -> Town:
    """The town in the first half of 2018."""
    return Town("331121103", NAME, "青田县", (date(2018, 1, 1), date(2018, 6, 30)), _WORDS, _VILLAGE_WEIGHTS)


def ledgers(town: Town) -> Mapping[str, Sequence[Row]]:
    """The rows of every kind the town keeps."""
    records = safety(town, _SAFETY, office)
    return {
        "event": events(town, _EVENTS),
        "dispute": disputes(town, _DISPUTES),
        "petition": petitions(town, _PETITIONS),
        "hazard": records.hazards,
        "inspection": records.inspections,
        "notice": records.notices,
        "worklog": worklogs(town, _WORK),
    }
