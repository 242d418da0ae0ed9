"""Indexes and constraints over the new columns."""

import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0003_fill"), ("catalogue", "0002_search")]

    operations = [
        migrations.AlterField(
            "dossier",
            "desk",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="received_dossiers", to="organisations.unit"
            ),
        ),
        migrations.AlterField(
            "task",
            "kind",
            models.CharField(
                choices=[
                    ("forward", "Tiếp nhận, chuyển xử lý"),
                    ("assign", "Phân công"),
                    ("resolve", "Thẩm định, giải quyết"),
                    ("consult", "Lấy ý kiến"),
                    ("approve", "Phê duyệt"),
                    ("automatic", "Tự động"),
                    ("return", "Trả kết quả"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField("task", "name", models.CharField(max_length=300)),
        migrations.AddIndex(
            model_name="dossier",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["seen_by"], name="dossier_seen_by"
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(models.F("applicant_plain"), name="gin_trgm_ops"),
                name="dossier_name_trigrams",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(models.F("code"), name="gin_trgm_ops"),
                name="dossier_code_trigrams",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["desk", "accepted_at", "id"], name="dossier_received"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["procedure"], name="dossier_procedure"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("ended_at", None), ("resolved_at", None)),
                fields=["apology_from"],
                name="dossier_apology",
            ),
        ),
        migrations.AddIndex(
            model_name="pause",
            index=models.Index(fields=["dossier"], name="pause_of_dossier"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("closed_at__isnull", True)), fields=["unit", "sort_at", "id"], name="task_queue"
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("closed_at__isnull", True)), fields=["holder", "sort_at", "id"], name="task_held"
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["dossier", "id"], name="task_of_dossier"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("closed_at__isnull", False)), fields=["unit", "closed_at"], name="task_closed"
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.UniqueConstraint(
                fields=("desk", "register_year", "register_number"), name="register_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="returnrecord",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at__isnull", True)), fields=("dossier",), name="returned_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at__isnull", True), ("outcome", "")),
                    models.Q(("closed_at__isnull", False), models.Q(("outcome", ""), _negated=True)),
                    _connector="OR",
                ),
                name="closed_task_has_an_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount_vnd__gt", 0), models.Q(("amount_vnd", 0), ("method", "exempt")), _connector="OR"
                ),
                name="paid_or_exempt",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(("ground", ""), ("method", "exempt"), _negated=True), name="exemption_has_a_ground"
            ),
        ),
        migrations.AddConstraint(
            model_name="registerbook",
            constraint=models.UniqueConstraint(fields=("unit", "year"), name="register_book_once"),
        ),
        migrations.AddConstraint(
            model_name="registerbook",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_at__isnull", True),
                    models.Q(("closed_at__gte", models.F("opened_at")), ("last_number__isnull", False)),
                    _connector="OR",
                ),
                name="closed_register_has_its_last_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="paperentry",
            constraint=models.UniqueConstraint(fields=("book", "number"), name="paper_entry_once"),
        ),
        migrations.AddConstraint(
            model_name="supplement",
            constraint=models.UniqueConstraint(fields=("dossier", "number"), name="supplement_number_once"),
        ),
        migrations.AddConstraint(
            model_name="supplement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at__isnull", True), ("cancelled_at__isnull", True)),
                fields=("dossier",),
                name="one_supplement_open",
            ),
        ),
    ]
