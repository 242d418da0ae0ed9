"""Background work of conclusions."""

from procrastinate.contrib.django import app

from motcua.base import clock
from motcua.conclusions.commands.order import order_demands


@app.task(queue="runs", name="motcua.conclusions.tasks.order", pass_context=False)
def order(conclusion_id: int) -> None:
    """Order what an issued conclusion demands. May run twice."""
    order_demands(conclusion_id, now=clock.now())
