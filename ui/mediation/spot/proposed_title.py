"""The name that a dispute has where nobody gives another (拟定纠纷名称): “演示甲与演示乙邻里纠纷”."""

import re

from gridapp.domain.vocabulary import Leaf
from ui.mediation.spot.party_words import names_in

_ASIDE = re.compile(r"（[^）]*）")
_DISPUTE, _ANY = "纠纷", "矛盾纠纷"


def proposed_title(party_a: str, party_b: str, leaf: Leaf | None) -> str:
    """A name from the parties and the category; nothing while there is neither party nor category."""
    if leaf is None or not names_in(party_a):
        return ""
    about = _ASIDE.sub("", leaf.name)
    about = _DISPUTE if about == _ANY else about
    sides = "与".join(filter(None, (_in_short(party_a), _in_short(party_b))))
    return f"{sides}{about}{'' if about.endswith(_DISPUTE) else _DISPUTE}"


def _in_short(names: str) -> str:
    found = names_in(names)
    return f"{found[0]}等{len(found)}人" if len(found) > 1 else "".join(found)
