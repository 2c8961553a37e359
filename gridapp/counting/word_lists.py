"""The lists from which a dimension takes its words (词表): their order in tables, and which are closed for a kind."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain

from gridapp.counting.band import BANDS
from gridapp.counting.posting import Dimension
from gridapp.domain.dispute import AgreementForm, Mode, Outcome
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.enforcement import Measure
from gridapp.domain.hazard import CountingUnit
from gridapp.domain.inspection import Nature
from gridapp.domain.kind import Kind
from gridapp.domain.petition import Channel, Disposition, PetitionPurpose

Lists = Mapping[Dimension, Sequence[str]]


@cache
def _closed() -> Mapping[Kind, Lists]:
    words = dispute_words()
    return {
        Kind.DISPUTE: {
            Dimension.MEDIATION_TYPE: words.mediation_types,
            Dimension.MONTHLY_TYPE: words.monthly_types,
            Dimension.CAMPAIGN_COLUMN: words.campaign_columns,
            Dimension.COMMITTEE: words.committees,
            Dimension.BAND: BANDS,
            Dimension.MODE: tuple(Mode),
            Dimension.FORM: tuple(AgreementForm),
            Dimension.OUTCOME: tuple(Outcome),
            Dimension.ORIGIN: words.entrusters,
        },
        Kind.PETITION: {
            Dimension.CHANNEL: tuple(Channel),
            Dimension.OUTCOME: tuple(Disposition),
            Dimension.PURPOSE: tuple(PetitionPurpose),
        },
        Kind.HAZARD: {Dimension.UNIT: tuple(CountingUnit)},
        Kind.INSPECTION: {Dimension.CATEGORY: tuple(Nature)},
        Kind.ENFORCEMENT: {Dimension.CATEGORY: tuple(Measure)},
    }


def closed_list(kind: Kind, dimension: Dimension) -> Sequence[str]:
    """The words that a dimension can have for a kind; nothing where people write their own."""
    return _closed().get(kind, {}).get(dimension, ())


@cache
def list_of(dimension: Dimension) -> Sequence[str]:
    """The words that a dimension takes from lists, whatever the kind, in their order; nothing for another dimension."""
    return tuple(dict.fromkeys(chain.from_iterable(lists.get(dimension, ()) for lists in _closed().values())))
