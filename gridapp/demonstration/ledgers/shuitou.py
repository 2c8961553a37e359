"""水头镇: the ledgers behind its report on key work up to 2018-06-11."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from gridapp.demonstration.ledgers.disputes import DisputePlan, disputes
from gridapp.demonstration.ledgers.enforcement import enforcement
from gridapp.demonstration.ledgers.events import EventPlan, events
from gridapp.demonstration.ledgers.persons import persons
from gridapp.demonstration.ledgers.petitions import Backlog, PetitionPlan, petitions
from gridapp.demonstration.ledgers.safety import safety
from gridapp.demonstration.ledgers.town import Town, Words
from gridapp.demonstration.ledgers.visits import FIRE_DRIVE, KindPlan
from gridapp.demonstration.ledgers.workbook import Row
from gridapp.demonstration.ledgers.workdays import after_the_fire
from gridapp.demonstration.ledgers.worklogs import Work, worklogs

NAME = "水头镇"

_WORDS = Words(
    spots=(
        "农贸市场门口",
        "环城路口",
        "滨河路段",
        "兴业路段",
        "工业区南侧",
        "安置小区",
        "老街",
        "小学门口",
        "幼儿园旁",
        "公交站旁",
        "医院路口",
        "菜场后巷",
        "停车场",
        "桥头",
        "溪边",
        "村委会门前",
        "文化礼堂旁",
        "银行门口",
        "商贸城",
        "加油站旁",
        "工业区宿舍楼",
        "沿江路段",
        "老年活动中心旁",
        "{号}号门前",
        "{号}号楼道口",
    ),
    waters=("内河段", "排洪渠", "溪流段", "沿江河段", "支流河段"),
    roads=("中心街", "环城路", "滨河路", "兴业路", "沿江路", "老街", "文化路", "新建路", "工业路", "振兴巷"),
    projects=("河道综合治理工程", "城中村改造项目", "安置房建设项目", "道路拓宽工程", "污水管网改造工程"),
    trades=("宠物用品厂", "皮件厂", "皮革制品厂", "五金厂", "箱包厂", "服装加工厂", "塑料厂"),
)
_VILLAGE_WEIGHTS = {
    "新联村": 2.6,
    "龙涵村": 2.0,
    "南湖村": 1.6,
    "鹤溪村": 2.4,
    "永乐村": 1.1,
    "外岙村": 0.8,
    "溪心村": 1.7,
    "内村": 0.9,
    "增光井村": 1.0,
    "后街村": 3.0,
    "双峰村": 0.9,
    "水凤尾村": 0.4,
    "中元村": 1.3,
    "蒲潭垟村": 0.8,
    "新鹤村": 0.5,
}
_THE_DRIVE = date(2018, 3, 9)

_EVENTS = EventPlan(
    reported=1152,
    opening=41,
    weight_column="shuitou",
    exactly={"ZZ0113": 7, "ZZ0704": 4, "BM0304": 22},
    still_open={"BM0304": 1},
)
_DISPUTES = DisputePlan(
    found=1960,
    opening=40,
    still_open=45,
    weight_column="shuitou",
    crowds=(52, 54, 58, 60, 63, 66, 70, 75, 81, 88, 92, 120, 156, 230, 520),
)
_PETITIONS = PetitionPlan(
    visits=(*[1] * 19, *[2] * 4, *[3] * 3, 5),
    repeats=5,
    dispositions={"当场答复": 11, "转送": 7, "受理": 9},
    others={"来信": 11, "网上": 17, "来电": 12},
    opening=5,
    backlog=(Backlog(received=date(2017, 4, 18), listed=date(2017, 9, 5), solved=date(2018, 4, 26)),),
)
_SAFETY = (
    KindPlan(
        "危化品企业",
        23,
        43,
        removed=196,
        still_open=4,
        notices=33,
        campaign=FIRE_DRIVE,
        begins=_THE_DRIVE,
        earlier_visits=12,
        earlier_removed=16,
        earlier_notices=3,
    ),
    KindPlan(
        "烟花爆竹经营场所",
        12,
        15,
        removed=64,
        notices=12,
        campaign=FIRE_DRIVE,
        begins=_THE_DRIVE,
        earlier_visits=5,
        earlier_removed=6,
    ),
    KindPlan(
        "居住出租房",
        2542,
        2706,
        removed=372,
        still_open=8,
        opening=9,
        notices=36,
        campaign=FIRE_DRIVE,
        sweep=24,
    ),
    KindPlan("合用场所", 285, 311, removed=158, still_open=4, opening=4, notices=14, campaign=FIRE_DRIVE, sweep=12),
    KindPlan(
        "沿街店铺",
        88,
        103,
        removed=110,
        still_open=2,
        opening=3,
        notices=6,
        campaign="消防安全大排查",
        sweep=6,
    ),
    KindPlan("工矿商贸企业", 52, 67, removed=80, still_open=1, opening=4, notices=9, campaign="安全生产大检查"),
    KindPlan("建筑工地", 9, 16, removed=30, still_open=1, notices=3, campaign="安全生产大检查"),
    KindPlan("餐饮单位", 30, 34, removed=21, notices=2, campaign="食品药品大抽查"),
    KindPlan("药店诊所", 12, 13, removed=10, campaign="食品药品大抽查"),
    KindPlan("高层建筑", 46, 92, removed=1269, still_open=15, opening=12, notices=20, campaign=FIRE_DRIVE),
    KindPlan("道路", 20, 22, removed=22, still_open=2),
    KindPlan("危旧房屋", 10, 11, removed=9, still_open=1),
    KindPlan("山塘水库", 6, 7, removed=6),
    KindPlan("地质灾害隐患点", 4, 6, removed=4, campaign="地质灾害隐患排查"),
)
_PERSONS = {"独居孤寡老人": 812, "困难残疾人": 14, "留守儿童": 11, "失独老人": 6}
_WORK = (
    Work("河道清淤", "7.1", "公里", 9, "五水共治", step="0.1"),
    Work("河道清淤", "62000", "立方米", 9, "五水共治", step="50"),
    Work("清理河边垃圾废弃物", "184.7", "吨", 31, "五水共治", step="0.1"),
    Work("治安巡防", "1346", "人次", 40, "大巡防行动"),
)


def town() -> Town:
    """The town from the beginning of 2018 to the day of its report."""
    return Town("330326102", NAME, "平阳县", (date(2018, 1, 1), date(2018, 6, 11)), _WORDS, _VILLAGE_WEIGHTS)


def ledgers(town: Town) -> Mapping[str, Sequence[Row]]:
    """The rows of every kind the town keeps."""
    records = safety(town, _SAFETY, after_the_fire)
    return {
        "event": events(town, _EVENTS),
        "dispute": disputes(town, _DISPUTES),
        "petition": petitions(town, _PETITIONS),
        "enforcement": enforcement(town, records.visits, sealed=15, detained=5),
        "hazard": records.hazards,
        "inspection": records.inspections,
        "notice": records.notices,
        "person": persons(town, _PERSONS),
        "worklog": worklogs(town, _WORK),
    }
