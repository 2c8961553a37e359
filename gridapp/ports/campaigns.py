"""The drives of an office (专项行动) with their targets."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from gridapp.domain.campaign import Campaign


class CampaignBook(Protocol):
    """The drives on file; an import puts a drive there under its name alone."""

    def of_town(self, town: str) -> Sequence[Campaign]:
        """A town's drives, those that begin last first, those without days behind them."""

    def load(self, campaign_id: UUID) -> Campaign:
        """A drive as it stands; raises `Refusal` if there is none."""

    def add(self, campaign: Campaign) -> None:
        """Puts a new drive on file; raises `Refusal` where the town has one of that name."""

    def put(self, campaign: Campaign) -> None:
        """Keeps what has changed of a drive that was seen in `campaign.version`; raises `Overtaken`."""
