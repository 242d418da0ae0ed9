"""Papers of inspections, drafted by the writer of NĐ 30/2020: plan, decision, request for a report, minutes.

Number, day and signer are left blank until they are entered: what is drafted here is no document yet. All in
Vietnamese, whatever the reader's language.
"""

from motcua.visits.papers.before import decision_paper, request_paper
from motcua.visits.papers.common import faults, written
from motcua.visits.papers.minutes import minutes_paper
from motcua.visits.papers.plan import plan_paper

__all__ = ["decision_paper", "faults", "minutes_paper", "plan_paper", "request_paper", "written"]
