"""Column types that both databases store exactly: moments, days, identities, quantities."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, LargeBinary, Text, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine
from typing_extensions import override

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_THOUSAND = Decimal(1000)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC: microseconds since 1970 in SQLite, a timestamp with time zone in PostgreSQL."""

    impl = BigInteger
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(BigInteger())

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return (value - _EPOCH) // _MICROSECOND

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        return _EPOCH + int(value) * _MICROSECOND


class Day(TypeDecorator[date]):
    """A calendar day as the number yyyymmdd, so that its month is a division away."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: date | None, dialect: Dialect) -> int | None:
        return None if value is None else day_number(value)

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:
        return None if value is None else date(value // 10000, value // 100 % 100, value % 100)


def day_number(day: date) -> int:
    """A day as yyyymmdd."""
    return day.year * 10000 + day.month * 100 + day.day


class Identity(TypeDecorator[UUID]):
    """A case's UUID: sixteen bytes in SQLite, a uuid in PostgreSQL."""

    impl = LargeBinary(16)
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Uuid())
        return dialect.type_descriptor(LargeBinary(16))

    @override
    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return value.bytes

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> UUID | None:
        if value is None or isinstance(value, UUID):
            return value
        return UUID(bytes=value)


class Words(TypeDecorator[tuple[str, ...]]):
    """A few words (标签), kept in one text with 、 between them."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        return "、".join(value) if value else None

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[str, ...]:
        return tuple(str(value).split("、")) if value else ()


class Exact(TypeDecorator[Decimal]):
    """A quantity in whole thousandths, so that sums are exact in both databases."""

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else thousandths(value)

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(int(value)) / _THOUSAND


def thousandths(quantity: Decimal) -> int:
    """A quantity in thousandths of its unit; raises `ValueError` where that loses something."""
    scaled = quantity * _THOUSAND
    if scaled != scaled.to_integral_value():
        raise ValueError(f"{quantity} has more than three decimals")
    return int(scaled)
