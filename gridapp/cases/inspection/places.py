"""Keeping the register of places (场所名录): entering one, changing it, taking it off file."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from gridapp.cases.place_problems import problems_of_place
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.hazard_words import hazard_words
from gridapp.domain.identity import case_id_at
from gridapp.domain.moment import day_of
from gridapp.domain.person import is_phone
from gridapp.domain.place import Place
from gridapp.domain.place_type import place_type_named
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.ports import KnownPlaces, PlaceBook

_CREDIT_CODE = 18
_LATITUDES, _LONGITUDES = (3_000_000, 54_000_000), (73_000_000, 136_000_000)
"""Where China lies, in millionths of a degree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDraft:
    """What the form holds; empty text and nothing are the same. The fields are those of `Place`."""

    town: str
    place_type: str = ""
    name: str = ""
    village: str | None = None
    grid: str | None = None
    address: str = ""
    owner: str = ""
    phone: str = ""
    risk: str = ""
    floors: int | None = None
    rooms: int | None = None
    tenants: int | None = None
    use: str = ""
    licences: tuple[str, ...] = ()
    credit_code: str = ""
    latitude: int | None = None
    longitude: int | None = None
    note: str = ""


def check(draft: PlaceDraft, areas: AreaTree, places: KnownPlaces, known: Place | None = None) -> tuple[Problem, ...]:
    """Every problem of a draft, in the order of the fields; `known` is the place that is being changed."""
    return tuple(_problems(draft, areas, places, known))


def draft_of(place: Place) -> PlaceDraft:
    """A place on file as the form shows it."""
    told: dict[str, Any] = {field.name: getattr(place, field.name) for field in fields(PlaceDraft)}
    texts = {field.name for field in fields(PlaceDraft) if field.default == ""}
    shown: dict[str, Any] = {name: value or "" if name in texts else value for name, value in told.items()}
    return PlaceDraft(**shown)


def placed(draft: PlaceDraft, place_id: UUID) -> Place:
    """The place that a draft without problems becomes."""
    return Place(id=place_id, **_told(draft))


def add(places: PlaceBook, areas: AreaTree, draft: PlaceDraft, actor: Actor, clock: Clock) -> Place:
    """Puts a place on file; raises `Unacceptable` with every problem at once."""
    _refuse(check(draft, areas, places))
    now = clock()
    place = placed(draft, case_id_at(now))
    places.add([place], actor, now)
    return replace(place, version=1)


def amend(
    places: PlaceBook, areas: AreaTree, place_id: UUID, version: int, draft: PlaceDraft, actor: Actor, clock: Clock
) -> Place:
    """Saves what a place has become since its editor saw it in `version`; what was posted of it stays as it was.

    Raises `Unacceptable` with every problem, `Overtaken` where somebody else changed it meanwhile.
    """
    known = places.load(place_id)
    _refuse(check(draft, areas, places, known))
    return places.put(replace(known, **_told(draft)), version, "修改", actor, clock())


def close(places: PlaceBook, place_id: UUID, version: int, day: date, actor: Actor, clock: Clock) -> Place:
    """Takes a place off file from a day on (注销, 关停); its records stay.

    Raises `Refusal` where it is off file already, hazards there are not struck off yet, or the day lies ahead.
    """
    place, now = places.load(place_id), clock()
    if place.closed_on is not None:
        raise Refusal(f"{place.name} 已于 {place.closed_on} 注销，不必再注销。")
    if day > day_of(now):
        raise Refusal("注销日期不能晚于今天。")
    open_hazards = places.open_hazards(place_id)
    if open_hazards:
        raise Refusal(f"{place.name} 还有 {open_hazards} 项隐患没有销号，不能注销；请先复查、销号。")
    return places.put(replace(place, closed_on=day), version, "注销", actor, now)


def reopen(places: PlaceBook, place_id: UUID, version: int, actor: Actor, clock: Clock) -> Place:
    """Takes a closing back (恢复); raises `Refusal` where the place is on file."""
    place = places.load(place_id)
    if place.closed_on is None:
        raise Refusal(f"{place.name} 在册，不需要恢复。")
    return places.put(replace(place, closed_on=None), version, "恢复", actor, clock())


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Unacceptable(problems)


def _told(draft: PlaceDraft) -> dict[str, Any]:
    told = {field.name: getattr(draft, field.name) for field in fields(PlaceDraft)}
    return {name: (value.strip() or None) if isinstance(value, str) else value for name, value in told.items()}


def _problems(draft: PlaceDraft, areas: AreaTree, places: KnownPlaces, known: Place | None) -> Iterator[Problem]:
    kept_type = known is not None and draft.place_type == known.place_type
    if not draft.place_type.strip():
        yield Problem("place_type", "required", "请选择场所类型。")
    elif place_type_named(draft.place_type) is None and not kept_type:
        yield Problem("place_type", "unknown", f"场所类型清单里没有“{draft.place_type}”，请从清单中选择。")
    if not draft.name.strip():
        yield Problem("name", "required", "请填写场所名称。")
    else:
        other = places.named(draft.town, draft.place_type.strip(), draft.name.strip())
        if other is not None and (known is None or other.id != known.id):
            yield Problem("name", "taken", f"已有名为“{draft.name.strip()}”的{draft.place_type}，请打开原来的场所。")
    if known is None or (draft.village, draft.grid) != (known.village, known.grid):
        yield from problems_of_place(areas, draft.town, draft.village, draft.grid, None, "登记")
    if draft.phone.strip() and not is_phone(draft.phone.strip()):
        yield Problem("phone", "phone", "联系电话应为 11 位手机号、固定电话或 6 位短号。")
    if draft.risk and draft.risk not in hazard_words().risks:
        yield Problem("risk", "unknown", f"风险等级只能是{'、'.join(hazard_words().risks)}。")
    for name, label in (("floors", "层数"), ("rooms", "房间数"), ("tenants", "承租人数")):
        number = getattr(draft, name)
        if number is not None and number < 0:
            yield Problem(name, "count", f"{label}不能是负数。")
    if draft.credit_code.strip() and len(draft.credit_code.strip()) != _CREDIT_CODE:
        yield Problem("credit_code", "length", f"统一社会信用代码应为 {_CREDIT_CODE} 位。")
    yield from _point_problems(draft)


def _point_problems(draft: PlaceDraft) -> Iterator[Problem]:
    for name, value, (least, most), label in (
        ("latitude", draft.latitude, _LATITUDES, "纬度"),
        ("longitude", draft.longitude, _LONGITUDES, "经度"),
    ):
        if value is not None and not least <= value <= most:
            yield Problem(name, "range", f"{label}不在国内，请核对。")
    if (draft.latitude is None) != (draft.longitude is None):
        yield Problem("latitude", "required", "经度和纬度应当一起填写。")
