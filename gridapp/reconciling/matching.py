"""Matching the upper system's list with the office's own cases (逐件比对), into five groups; nothing is changed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from gridapp.domain.area import Area
from gridapp.domain.columns import Column, ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.period import Month, Period
from gridapp.domain.vocabulary import vocabulary
from gridapp.importing.values import text_of
from gridapp.ports import CaseRow, Office
from gridapp.reconciling.content import Reader, compared
from gridapp.reconciling.local_cases import LocalCases, local_cases
from gridapp.reconciling.matched import Group, Line, Matched
from gridapp.reconciling.pairing import Pair, Side, pairs_between
from gridapp.reconciling.upper_columns import Columns, check_columns
from gridapp.reconciling.upper_list import UpperList, UpperRow, bare


def match(office: Office, kind: Kind, town: Area, period: Period, upper: UpperList, columns: Columns) -> Matched:
    """Lays a list beside the cases of a town and a period; raises `Refusal` where its columns tell nothing apart."""
    check_columns(kind, columns)
    return _Matching(office, kind, town, period, upper, columns).matched()


class _Matching:
    def __init__(
        self, office: Office, kind: Kind, town: Area, period: Period, upper: UpperList, columns: Columns
    ) -> None:
        self._kind, self._town, self._period = kind, town, period
        self._upper, self._columns = upper, columns
        self._areas = office.registers.areas()
        self._reader = Reader(self._areas, vocabulary())
        told = [column for column in compared(ledger_of(kind)) if column.field in columns]
        self._told: Sequence[Column] = told
        numbers = {said for row in upper.rows if (said := self._said(row, "number"))}
        self._local: LocalCases = local_cases(office, kind, town, period, numbers)
        self._cases = self._local.everything
        self._rows = [self._of_row(row) for row in upper.rows]
        self._sides = [self._of_case(case) for case in self._cases]
        self._read_as: dict[str, str] = {}

    def matched(self) -> Matched:
        standing = [place for place, case in enumerate(self._cases) if not case.excluded]
        pairs = self._paired(range(len(self._rows)), standing)
        left = [row for row in range(len(self._rows)) if row not in pairs]
        gone = self._paired(left, [place for place, case in enumerate(self._cases) if case.excluded])
        self._read_as = self._categories(pairs.values())
        found = {pair.case for pair in pairs.values()}
        lines: list[Line] = []
        outside = 0
        for row in range(len(self._rows)):
            line = self._both(pairs[row]) if row in pairs else self._alone(row, gone.get(row))
            if line is None:
                outside += 1
            else:
                lines.append(line)
        lines += [
            self._missing(case)
            for place, case in enumerate(self._cases)
            if place not in found and self._local.within(case)
        ]
        return Matched(
            kind=self._kind,
            town=self._town.name,
            period=self._period,
            file=self._upper.file,
            columns=self._columns,
            lines=lines,
            outside=outside,
            read_as=self._read_as,
        )

    def _said(self, row: UpperRow, field: str) -> str:
        return text_of(row.cell(self._columns.get(field)))

    def _of_row(self, row: UpperRow) -> Side:
        content = self._reader.of_cells(lambda field: row.cell(self._columns[field]), self._told)
        number = bare(self._said(row, "number"))
        return Side(frozenset({number} - {""}), content)

    def _of_case(self, case: CaseRow) -> Side:
        outside = case.own.get("outside_number")
        numbers = {bare(case.number), bare(str(outside or ""))} - {""}
        return Side(frozenset(numbers), self._reader.of_case(case, self._told))

    def _paired(self, rows: Sequence[int], cases: Sequence[int]) -> dict[int, Pair]:
        found = pairs_between([self._rows[row] for row in rows], [self._sides[case] for case in cases])
        return {rows[p.row]: replace(p, row=rows[p.row], case=cases[p.case]) for p in found}

    def _categories(self, pairs: Iterable[Pair]) -> dict[str, str]:
        """Categories that are not ours, by that of ours which most of their cases have."""
        seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for pair in pairs:
            said, own = self._said(self._upper.rows[pair.row], "category"), self._cases[pair.case].category
            if said and own and not self._is_ours(said):
                seen[said][own] += 1
        return {said: counts.most_common(1)[0][0] for said, counts in seen.items()}

    def _both(self, pair: Pair) -> Line | None:
        row, case = self._upper.rows[pair.row], self._cases[pair.case]
        day, own_day = self._day(pair.row), day_of(case.reported_at)
        if not self._local.within(case) and not self._in_period(day):
            return None
        months = () if day is None or Month.of(day) == Month.of(own_day) else (f"上级记在 {day}，本地记在 {own_day}",)
        categories = tuple(self._category_note(row, case))
        if months:
            group, notes = Group.MONTH_DIFFERS, months + categories
        elif categories:
            group, notes = Group.CATEGORY_DIFFERS, categories
        else:
            group, notes = Group.AGREES, ()
        said = self._said(row, "number")
        if not pair.by_number and said:
            notes += (f"编号不同：上级 {said}，本地 {case.number}",)
        return Line(
            group=group,
            row=row.number,
            case_id=case.id,
            number=case.number,
            upper_number=said,
            title=case.title,
            by="编号" if pair.by_number else "内容",
            notes=notes + tuple(self._others(pair)),
        )

    def _alone(self, place: int, gone: Pair | None) -> Line | None:
        row = self._upper.rows[place]
        if not self._in_period(self._day(place)):
            return None
        case = self._cases[gone.case] if gone is not None else None
        why = () if case is None else (f"本地 {case.number} 已作废或并案：{case.excluded_reason or '未写原因'}",)
        return Line(
            group=Group.UPPER_ONLY,
            row=row.number,
            case_id=case.id if case else None,
            number=case.number if case else "",
            upper_number=self._said(row, "number"),
            title=self._said(row, "title") or self._said(row, "place_name") or self._said(row, "petitioner"),
            notes=why,
        )

    def _missing(self, case: CaseRow) -> Line:
        return Line(
            group=Group.LOCAL_ONLY, row=None, case_id=case.id, number=case.number, upper_number="", title=case.title
        )

    def _day(self, place: int) -> date | None:
        said = self._rows[place].content.get("reported_at")
        return said if isinstance(said, date) else None

    def _in_period(self, day: date | None) -> bool:
        """Whether a row belongs to the period; one without a day is taken to."""
        return day is None or self._period.start <= day < self._period.end

    def _is_ours(self, said: str) -> bool:
        words = vocabulary()
        known = {*words.platforms.values(), *words.majors.values()}
        return words.leaf(said) is not None or said in known

    def _category_note(self, row: UpperRow, case: CaseRow) -> Iterator[str]:
        said, own = self._said(row, "category"), case.category
        if not said or own is None:
            return
        leaf, ours = vocabulary().leaf(said), vocabulary().leaf(own)
        same = {own} if ours is None else {ours.code, ours.name, ours.major_name, ours.platform_name}
        meant = leaf.code if leaf else self._read_as.get(said, said)
        if meant not in same and bare(said) not in map(bare, same):
            yield f"上级类别“{said}”，本地类别“{ours.name if ours else own}”"

    def _others(self, pair: Pair) -> Iterator[str]:
        """What else a row says otherwise than the case: headings alone, the values are in the two lists."""
        row, case = self._rows[pair.row].content, self._sides[pair.case].content
        differing = [
            column.heading
            for column in self._told
            if column.field not in ("reported_at", "category")
            and column.field in row.keys() & case.keys()
            and row[column.field] != case[column.field]
        ]
        if differing:
            yield f"{'、'.join(differing)}不一致"
