"""A report as a text file (.txt): the paragraphs, then the sources of its numbers."""

from collections.abc import Sequence
from pathlib import Path

from gridapp.reporting.prose.document import Document
from gridapp.reporting.prose.sources import HEADINGS, Source
from gridapp.workbooks.whole_file import put_in_place


def write_text(path: Path, document: Document, sources: Sequence[Source]) -> None:
    """Writes the report in UTF-8 as Windows' editor opens it; raises `Refusal` where it cannot be written."""
    lines = [document.text, "", "附：数字出处", "\t".join(HEADINGS)]
    lines += ["\t".join(source.line(place)) for place, source in enumerate(sources, 1)]
    content = "\r\n".join("\n".join(lines).splitlines()) + "\r\n"
    put_in_place(path, lambda target: target.write_bytes(content.encode("utf-8-sig")))
