"""What waits for another unit, what nobody holds, and what is to be collected: each by an index of its own."""

import django.db.models.deletion
from django.db import migrations, models

FILL = """
update dossiers_task as k set for_unit_id = d.unit_id from dossiers_dossier as d
where d.id = k.dossier_id and k.for_unit_id is null;
"""


def _unit(**more):
    unit = "organisations.unit"
    return models.ForeignKey(
        to=unit, on_delete=django.db.models.deletion.PROTECT, related_name="+", db_index=False, **more
    )


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0008_lists_by_time"), ("organisations", "0002_rights")]

    operations = [
        migrations.AddField("task", "for_unit", _unit(null=True)),
        # Constraints are checked at once, so that the table may be altered after rows of it changed.
        migrations.RunSQL(f"set constraints all immediate; {FILL}", migrations.RunSQL.noop),
        migrations.AlterField("task", "for_unit", _unit()),
        migrations.AddIndex(
            "task",
            models.Index(
                fields=["unit", "role", "sort_at", "id"],
                condition=models.Q(closed_at__isnull=True, holder__isnull=True),
                name="task_free",
            ),
        ),
        migrations.AddIndex(
            "task",
            models.Index(
                fields=["unit", "sort_at", "id"],
                condition=models.Q(closed_at__isnull=True, kind="return"),
                name="task_to_collect",
            ),
        ),
        migrations.AddIndex(
            "task",
            models.Index(
                fields=["for_unit", "sort_at", "id"],
                condition=models.Q(
                    ("closed_at__isnull", True), models.Q(("unit", models.F("for_unit")), _negated=True)
                ),
                name="task_elsewhere",
            ),
        ),
    ]
