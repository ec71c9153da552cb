-- Time moves clocks, not obligations: those that fall due together share one, and what it passes is one row however many they are. A
-- command that changes an obligation gives it a clock of its own, or none where it does not run. What the application reads is the view.
alter table obligations.obligation rename to owed;
comment on table obligations.owed is 'One row an obligation, as its last entry left it; what time has brought since stands on its clock; never deleted';

create table obligations.clock (
  jurisdiction_id text not null,
  id uuid not null,
  shared boolean not null,
  ladder text not null,
  ladder_version text not null,
  due_at timestamptz not null,
  level smallint not null check (level >= 0),
  level_at timestamptz,
  holder_organisation text,
  changed_at timestamptz not null,
  climbs smallint not null default 0 check (climbs >= 0),
  next_due_at timestamptz,
  told uuid[] not null default '{}',
  primary key (jurisdiction_id, id)
);
comment on table obligations.clock is 'What runs for obligations that are open: deleted when its one obligation changes or, shared, when none is left';
comment on column obligations.clock.shared is 'Others may join it as long as it has passed nothing; its id is made of what they have in common';
comment on column obligations.clock.holder_organisation is 'Who holds the rung reached; null where that is the lead of each';
comment on column obligations.clock.climbs is 'Rungs passed since it began; an obligation''s version is its own and these';
comment on column obligations.clock.next_due_at is 'When it passes the next: a cache of the rules, keyed by ladder and calendar version';
comment on column obligations.clock.told is 'The entries of the record that tell what it has passed';

alter table obligations.owed add column clock_id uuid, add column told uuid[] not null default '{}';
comment on column obligations.owed.clock_id is 'The clock that it runs by; null where it does not run';
comment on column obligations.owed.told is 'Entries that tell of it together with others, by clocks that it has left';
update obligations.owed set clock_id = id where state = 'open' and paused_at is null;
insert into obligations.clock (jurisdiction_id, id, shared, ladder, ladder_version, due_at, level, level_at, holder_organisation,
    changed_at, next_due_at)
  select jurisdiction_id, id, false, ladder, ladder_version, due_at, level, level_at,
    case when holder_organisation <> lead_organisation then holder_organisation end, changed_at, next_due_at
  from obligations.owed where clock_id is not null;

drop index obligations.obligation_due;
alter table obligations.owed drop column next_due_at;
alter table obligations.owed alter column subject type text collate "C";
create index owed_clock on obligations.owed (jurisdiction_id, clock_id) where clock_id is not null;
create index clock_due on obligations.clock (jurisdiction_id, next_due_at) where next_due_at is not null;
create index clock_late on obligations.clock (jurisdiction_id, holder_organisation) where level > 0;

alter table obligations.clock enable row level security;
create policy visible on obligations.clock to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and (access.is_staff() or exists (
    select from obligations.owed o where o.jurisdiction_id = clock.jurisdiction_id and o.clock_id = clock.id)))
  with check (jurisdiction_id = access.jurisdiction());
grant select, insert, update, delete on obligations.clock to xianqu_app;

create view obligations.obligation with (security_invoker = true) as
  select o.jurisdiction_id, o.id, o.kind, o.subject, o.title, o.debtor_organisation, o.debtor_person, o.lead_organisation, o.state,
    o.opened_at, o.due_at, o.ladder, o.ladder_version, o.calendar_version, o.paused_at, o.readers, o.clock_id,
    coalesce(c.shared, false) as clock_shared, c.next_due_at,
    coalesce(c.climbs, 0::smallint) as climbs, o.version as own_version, o.version + coalesce(c.climbs, 0) as version, o.told || coalesce(c.told, '{}') as told,
    case when c.climbs > 0 then c.level else o.level end as level,
    case when c.climbs > 0 then c.level_at else o.level_at end as level_at,
    case when c.climbs > 0 then coalesce(c.holder_organisation, o.lead_organisation) else o.holder_organisation end as holder_organisation,
    case when c.climbs > 0 then c.changed_at else o.changed_at end as changed_at
  from obligations.owed o left join obligations.clock c on c.jurisdiction_id = o.jurisdiction_id and c.id = o.clock_id;
comment on view obligations.obligation is 'Obligations as they stand: what commands wrote, and what their clocks have passed';
grant select on obligations.obligation to xianqu_app;

create function obligations.assert_all(there bigint, wanted bigint) returns void
  language plpgsql as $$
  begin
    if there <> wanted then
      raise exception 'an obligation has moved on: decide anew' using errcode = 'unique_violation', constraint = 'obligation_moved';
    end if;
  end $$;
comment on function obligations.assert_all(bigint, bigint) is 'Fails as a version that is taken does, where a statement finds less than was decided on';
