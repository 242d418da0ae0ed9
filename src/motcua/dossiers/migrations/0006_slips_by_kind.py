"""Slips are named by their kind, the form follows from the law of their day; registers are counted by the unit's key."""

from django.db import migrations

RENAME = """
update dossiers_slip as s set form = v.new
from (values ('01', 'receipt'), ('02', 'supplement'), ('03', 'refusal')) as v(old, new) where s.form = v.old;
update dossiers_counter as c set name = replace(c.name, ':' || v.old || ':', ':' || v.new || ':')
from (values ('01', 'receipt'), ('02', 'supplement'), ('03', 'refusal')) as v(old, new)
where c.name like 'slip:%:' || v.old || ':%';
insert into dossiers_counter (name, last)
select 'register:' || desk_id || ':' || register_year, max(register_number) from dossiers_dossier
where register_number is not null group by desk_id, register_year;
delete from dossiers_counter where name ~ '^register:[A-Z]';
"""


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0005_desk")]

    operations = [migrations.RunSQL(RENAME, migrations.RunSQL.noop)]
