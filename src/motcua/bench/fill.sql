-- Dossiers {first} to {last} of one ward, as years of work leave them: one in fifty is open, the rest were returned.
insert into dossiers_dossier (
  code, intake_key, unit_id, desk_id, seen_by, procedure_id, terms_id, process_id, state, version, law_date, channel,
  return_channel, applicant_kind, applicant_name, applicant_sort_key, applicant_plain, applicant_number, applicant_sex,
  applicant_address, applicant_telephone, applicant_email, submitter_capacity, submitter_name, submitter_number,
  submitter_proof, submitted_at, accepted_at, clock_from, limit_quantity, limit_unit, due, promised, appointment,
  near_from, apology_from, provisional, resolved_at, returned_at, ended_at, fee_vnd, note, result_kind, result_summary,
  register_year, register_number)
select 'H23.15.99-' || to_char(at, 'YYMMDD') || '-' || lpad(n::text, 7, '0'), gen_random_uuid(), {unit}, {unit},
  array[{unit}::bigint], {version}, {terms}, {process}, case when open then 'in_progress' else 'returned' end, 4,
  at::date, 'direct', 'desk', 'person', name, lower(name), catalogue_plain(name), lpad((n::bigint * 7919 % 1000000000000)::text, 12, '0'),
  '', 'Số ' || n || ', phố Mẫu', '09' || lpad((n % 100000000)::text, 8, '0'), '', 'self', '', '', '', at, at, at, '3',
  'working_day', at + interval '3 days', at + interval '3 days', at + interval '3 days', at + interval '2 days',
  at + interval '2 days', false, case when not open then at + interval '2 days' end,
  case when not open then at + interval '2 days' end, case when not open then at + interval '2 days' end, 0, '',
  case when open then '' else 'granted' end, '', 1900, n
from (
  select n, n % 50 = 0 as open, timestamptz '2023-03-15 01:00+07' - interval '1 minute' * (({last} - n) * {minutes}) as at,
    (array['Nguyễn','Trần','Lê','Phạm','Hoàng','Vũ','Đặng','Bùi','Đỗ','Hồ'])[1 + n % 10] || ' ' ||
    (array['Văn','Thị','Đức','Ngọc','Hữu','Thu','Minh','Hồng'])[1 + n / 10 % 8] || ' ' ||
    (array['An','Bình','Chi','Dũng','Giang','Hà','Khoa','Lan','Mai','Nam','Oanh','Phúc','Quân','Sơn','Tâm','Uyên',
           'Vinh','Xuân','Yến','Thử'])[1 + n / 80 % 20] || ' Mẫu' as name
  from generate_series({first}, {last}) as n) as rows;
insert into dossiers_task (dossier_id, step_id, kind, name, unit_id, for_unit_id, role, holder_id, opened_at, due, sort_at, closed_at,
  outcome, counts, question, answer)
select d.id, s.id, s.kind, s.name, {unit}, {unit}, s.role, case when s.kind = 'resolve' and d.id % 3 > 0 then {officer} end,
  d.accepted_at, d.accepted_at + interval '1 day', d.appointment,
  case when s.kind = 'resolve' and d.state = 'in_progress' then null else d.accepted_at + interval '1 hour' end,
  case when s.kind = 'resolve' and d.state = 'in_progress' then '' else 'done' end, true, '', ''
from dossiers_dossier as d join processes_step as s on s.version_id = d.process_id
where d.register_year = 1900 and d.register_number between {first} and {last}
  and (s.kind in ('forward', 'resolve') or d.state = 'returned');
