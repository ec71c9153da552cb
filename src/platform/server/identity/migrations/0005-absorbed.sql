alter table identity.organisation add column absorbs text[] not null default '{}';
comment on column identity.organisation.absorbs is 'Units that were merged into it: what they owed and led is its own since they ended';

create function identity.absorbed_by(county text, units text[]) returns setof text
  language sql stable
  as $$
    with recursive gone (id) as (
      select unnest(o.absorbs) from identity.organisation o where o.jurisdiction_id = county and o.id = any(units)
      union
      select unnest(o.absorbs) from gone g join identity.organisation o on o.jurisdiction_id = county and o.id = g.id
    )
    select id from gone
  $$;
comment on function identity.absorbed_by(text, text[]) is 'Units merged into some units, and into those before them';
grant execute on function identity.absorbed_by(text, text[]) to xianqu_app;
