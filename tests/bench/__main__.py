"""Prints what the program takes divided by what the plainest way takes: `python -m tests.bench [--cases N]`."""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping

from tests.bench.exporting import exporting
from tests.bench.importing import importing
from tests.bench.lists import cells, lists
from tests.bench.monthly_tally import monthly_tally
from tests.bench.printing import printing
from tests.bench.reading import reading
from tests.bench.rounds import ROUNDS, Ratio
from tests.bench.saving import saving
from tests.bench.searching import searching
from tests.bench.tables import months, pages, tables
from tests.bench.window import window

_PARTS: Mapping[str, Callable[[int], Iterator[Ratio]]] = {
    "tally": monthly_tally,
    "tables": tables,
    "months": months,
    "pages": pages,
    "saving": saving,
    "lists": lists,
    "cells": cells,
    "search": searching,
    "read": reading,
    "import": importing,
    "export": exporting,
    "print": printing,
    "window": window,
}


def main() -> None:
    """Runs the parts that were asked for, all of them if none was."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(_PARTS)}; all if none is named")
    parser.add_argument("--cases", type=int, default=100_000, help="size of the sample office (100000)")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(_PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}")
    sys.stdout.write(f"{asked.cases:,} cases, interleaved, median of {ROUNDS} rounds\n")
    for name in asked.parts or _PARTS:
        sys.stdout.write(f"{name}\n")
        for ratio in _PARTS[name](asked.cases):
            sys.stdout.write(f"  {ratio}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
