"""Small Word files as an office might hand them in."""

from io import BytesIO

import docx


def word_file(*paragraphs: str, header: str = "") -> bytes:
    """A file of some paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    made = BytesIO()
    document.save(made)
    return made.getvalue()
