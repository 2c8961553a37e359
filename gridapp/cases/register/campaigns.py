"""Setting up a drive (专项行动登记) and changing it; its targets are figures that the ledger can be asked for."""

from collections.abc import Iterator
from dataclasses import replace

from gridapp.counting.campaign import measurable
from gridapp.counting.indicator import catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.domain.actor import Clock
from gridapp.domain.campaign import Campaign, Target
from gridapp.domain.identity import case_id_at
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.ports import CampaignBook


def check(campaign: Campaign) -> tuple[Problem, ...]:
    """Every problem of a drive; those of its targets are in the field `targets.1`, `targets.2` and so on."""
    return tuple(_problems(campaign))


def add(book: CampaignBook, campaign: Campaign, clock: Clock) -> Campaign:
    """Puts a drive on file under an identity of its own.

    Raises `Unacceptable` with every problem, `Refusal` where the town has one of that name.
    """
    _refuse_problems(campaign)
    new = replace(campaign, id=case_id_at(clock()), name=campaign.name.strip(), version=0)
    book.add(new)
    return replace(new, version=1)


def amend(book: CampaignBook, campaign: Campaign) -> Campaign:
    """Keeps a drive's changes, which were made to what was seen in `campaign.version`.

    Raises `Unacceptable` with every problem, `Overtaken` where somebody else changed it meanwhile, and `Refusal` where
    its name was changed: records belong to a drive by its name.
    """
    _refuse_problems(campaign)
    if book.load(campaign.id).name != campaign.name:
        raise Refusal("专项行动的名称不能修改，已有记录按名称归属；需要改名的请另建一个。")
    book.put(campaign)
    return replace(campaign, version=campaign.version + 1)


def _refuse_problems(campaign: Campaign) -> None:
    problems = check(campaign)
    if problems:
        raise Unacceptable(problems)


def _problems(campaign: Campaign) -> Iterator[Problem]:
    if not campaign.name.strip():
        yield Problem("name", "required", "请填写专项行动名称。")
    if campaign.first_day and campaign.last_day and campaign.last_day < campaign.first_day:
        yield Problem("last_day", "order", "结束日期早于开始日期，请核对。")
    for n, target in enumerate(campaign.targets, 1):
        for message in _wrong_with(target):
            yield Problem(f"targets.{n}", "target", f"第 {n} 项任务：{message}")


def _wrong_with(target: Target) -> Iterator[str]:
    try:
        indicator = indicator_named(target.indicator)
    except Refusal:
        yield "请选择统计指标。"
        return
    chapter = catalogue()[indicator.kind]
    if not measurable(indicator):
        yield f"“{indicator.name}”不能按专项行动统计，请换一个指标。"
    known = {dimension.value for dimension in chapter.dimensions if dimension not in indicator.lacks}
    if any(name not in known or not word for name, word in target.where):
        yield f"“{indicator.name}”不能这样筛选，请核对筛选条件。"
    if chapter.apart is Dimension.UNIT and "unit" not in dict(target.where):
        yield "请写明计量单位，单位不同的数量不能相加。"
    if target.quantity <= 0:
        yield "任务数应大于 0。"
