"""What an inspection will count for (检查计数), told while it is entered: 家次, 条 and 处, 份, each as itself."""

from gridapp.cases.inspection.draft import InspectionDraft
from ui.safety.intake.finding_words import in_units


def tally_of(draft: InspectionDraft) -> str:
    """The figures of a draft in one line (domain.md §5.2)."""
    found = in_units(draft.findings) or "0 条"
    mended = in_units([finding for finding in draft.findings if finding.on_the_spot])
    spots = f"（当场整改 {mended}）" if mended else ""
    return f"检查 1 家次 · 隐患 {found}{spots} · 文书 {1 if draft.notice else 0} 份"
