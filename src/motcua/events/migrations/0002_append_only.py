"""The record refuses change also where the role's rights would allow it: triggers for owner and superuser."""

from django.db import migrations

GUARD = """
create function events_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the record is append-only: % on events_event is refused', tg_op using errcode = '42501';
end $$;
create trigger events_no_change before update or delete on events_event
  for each row execute function events_refuse();
create trigger events_no_truncate before truncate on events_event
  for each statement execute function events_refuse();
"""
FREE = """
drop trigger events_no_truncate on events_event;
drop trigger events_no_change on events_event;
drop function events_refuse();
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0001_initial")]
    operations = [migrations.RunSQL(GUARD, FREE)]
