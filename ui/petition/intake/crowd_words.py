"""What is said beside the number of those who come (人数提示): 集体访, 联名信, how many may speak for them."""

from datetime import date

from gridapp.cases.petition.draft import PetitionDraft
from gridapp.domain.moment import day_of
from gridapp.domain.petition import Channel, is_group
from gridapp.domain.petition_limit import most_representatives


def crowd_in_words(draft: PetitionDraft, threshold: int, today: date) -> str:
    """What follows from form and heads under the office's threshold; nothing for a single person."""
    heads, named = draft.heads or 0, len(draft.parties)
    if not is_group(draft.channel, heads, threshold):
        return f"已列 {named} 人" if named > 1 else ""
    if draft.channel != Channel.VISIT:
        return "联名信"
    most = most_representatives(day_of(draft.reported_at) if draft.reported_at else today, heads)
    return "集体访" if most is None else f"集体访，代表不超过 {most} 人"
