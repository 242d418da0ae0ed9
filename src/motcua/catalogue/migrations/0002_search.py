"""Forgiving search: plain words of every name, and the words to correct a typing slip against."""

from django.db import migrations

EXTENSIONS = """
create extension if not exists unaccent schema public;
create extension if not exists pg_trgm schema public;
create extension if not exists fuzzystrmatch schema public;
"""
FUNCTIONS = """
-- Names carry their schema: a restore builds the generated columns with an empty search path.
-- Lower case without marks. unaccent leaves ASCII only, so that lower() needs no locale.
create function catalogue_plain(text) returns text language sql immutable strict parallel safe as
$$ select lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC))) $$;

-- Words apart, as catalogue_forgiving takes them apart: "134/2016/NĐ-CP" is four words, not a path.
create function catalogue_spaced(text) returns text language sql immutable strict parallel safe as
$$ select regexp_replace(public.catalogue_plain($1), '[^[:alnum:]]+', ' ', 'g') $$;

-- The letters of a word in order: two words with the same letters differ by a swap.
create function catalogue_letters(text) returns text language sql immutable strict parallel safe as
$$ select string_agg(c, '' order by c) from regexp_split_to_table($1, '') c $$;

alter table catalogue_version
  add column plain text generated always as (public.catalogue_plain(name)) stored,
  add column words tsvector generated always as (to_tsvector('simple', public.catalogue_spaced(name))) stored;
create index version_words on catalogue_version using gin (words) with (fastupdate = off);
create table catalogue_word (word text primary key, ndoc integer not null, letters text not null);

-- After an import the planner has to know the new rows at once; the application's role may not analyze itself.
create function catalogue_analyze() returns void language plpgsql security definer set search_path = public, pg_temp as
$$ begin analyze catalogue_version; analyze catalogue_procedure; analyze catalogue_word; end $$;

-- A typed text as three queries: `near` lets one word be wrong, `whole` has all words, `phrase` in this order.
-- Each word: itself, or known words one slip away (one letter more, less, other, or two swapped); the last may be
-- the beginning of a word. At most eight words are read.
create function catalogue_forgiving(q text, out near tsquery, out whole tsquery, out phrase tsquery)
language sql stable as $$
with t as materialized (
  select ord, w, public.catalogue_letters(w) l, ord = max(ord) over () last
  from regexp_split_to_table(public.catalogue_plain(q), '[^[:alnum:]]+') with ordinality s(w, ord) where w <> '' limit 8),
a as materialized (
  select ord, '(' || concat_ws('|', case when last then quote_literal(w) || ':*' end, coalesce(n, quote_literal(w))) || ')' x
  from t left join lateral (
    select string_agg(quote_literal(word), '|') n from (
      select word from public.catalogue_word where word = w
      union all
      (select word from public.catalogue_word
       where length(w) > 2 and not exists (select from public.catalogue_word where word = w)
         and (letters = l or public.levenshtein_less_equal(word, w, 1) <= 1)
       order by ndoc desc limit 8)) z) y on true)
select
  to_tsquery('simple', case when count(*) < 3 then string_agg(x, '&') else (
    select string_agg(s, '|') from (
      select '(' || string_agg(a.x, '&') || ')' s from a b join a on a.ord <> b.ord group by b.ord) z) end),
  to_tsquery('simple', string_agg(x, '&')),
  to_tsquery('simple', string_agg(x, '<->' order by ord))
from a $$;
"""
BACK = """
drop function catalogue_analyze();
drop function catalogue_forgiving(text);
drop table catalogue_word;
drop index version_words;
alter table catalogue_version drop column words, drop column plain;
drop function catalogue_spaced(text);
drop function catalogue_letters(text);
drop function catalogue_plain(text);
"""


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]
    operations = [
        migrations.RunSQL(EXTENSIONS, migrations.RunSQL.noop),
        migrations.RunSQL(FUNCTIONS, BACK),
    ]
