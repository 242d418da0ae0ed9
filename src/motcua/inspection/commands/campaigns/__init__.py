"""Changes of campaigns: opening one, taking in an index with its files, carrying it out, reviewing a document."""

from motcua.inspection.commands.campaigns.carry_out import carry_out_campaign
from motcua.inspection.commands.campaigns.opening import ask_campaign, go_on, open_campaign, open_with_index
from motcua.inspection.commands.campaigns.review import Review, mark_handled, review

__all__ = [
    "Review",
    "ask_campaign",
    "carry_out_campaign",
    "go_on",
    "mark_handled",
    "open_campaign",
    "open_with_index",
    "review",
]
