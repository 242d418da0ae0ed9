"""What the new columns are for the dossiers that stand: received where they are resolved, steps as their process says."""

from django.db import migrations

FILL = """
update dossiers_dossier set desk_id = unit_id, seen_by = array[unit_id], clock_from = accepted_at, promised = appointment;
update dossiers_dossier as d set limit_quantity = t.limit_quantity, limit_unit = t.limit_unit
from catalogue_terms as t where t.id = d.terms_id;
update dossiers_dossier set result_kind = 'granted' where resolved_at is not null;
update dossiers_task as k set kind = s.kind, name = s.name, sort_at = d.appointment,
  outcome = case when k.closed_at is null then '' else 'done' end
from processes_step as s, dossiers_dossier as d where s.id = k.step_id and d.id = k.dossier_id;
update dossiers_task as k set outcome = 'ended' from dossiers_dossier as d
where d.id = k.dossier_id and d.state = 'withdrawn' and k.closed_at = d.ended_at;
insert into dossiers_register_book (unit_id, year, opened_at)
select desk_id, register_year, min(accepted_at) from dossiers_dossier where register_year is not null group by 1, 2;
"""


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0002_whole_life"), ("processes", "0002_branches")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
