create schema scoring;
comment on schema scoring is 'The ledger of points, derived from the record: it can be thrown away and made again';

create table scoring.line (
  jurisdiction_id text not null,
  id uuid not null,
  source text not null,
  subject_kind text not null check (subject_kind in ('person', 'unit')),
  subject text not null,
  unit text,
  points int not null,
  rule text not null,
  rule_version text not null,
  effect text not null,
  entry uuid not null,
  grounds uuid[] not null,
  at timestamptz not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  matter text not null,
  thing text not null,
  group_key text not null,
  reverses uuid,
  readers text[],
  place int not null,
  primary key (jurisdiction_id, id)
);
comment on table scoring.line is 'One line of an account; a mistake is answered by a reversing line, never changed or deleted';
comment on column scoring.line.source is 'Who read it out of the record: its projection';
comment on column scoring.line.unit is 'The unit at the time, of a person too';
comment on column scoring.line.entry is 'The entry that brought it';
comment on column scoring.line.grounds is 'The entries that it stands on';
comment on column scoring.line.month is 'The month that it counts for; a reversal counts for that of what it reverses';
comment on column scoring.line.place is 'Place among the lines of its source, in the order in which they were posted';
create unique index line_reverses on scoring.line (jurisdiction_id, reverses) where reverses is not null;
create index line_account on scoring.line (jurisdiction_id, subject_kind, subject, month);
create index line_month on scoring.line (jurisdiction_id, subject_kind, month);
create index line_entry on scoring.line (jurisdiction_id, entry);
create index line_group on scoring.line (jurisdiction_id, group_key) where group_key <> '';

create table scoring.counted (
  jurisdiction_id text not null,
  source text not null,
  group_key text not null,
  entry uuid not null,
  fact jsonb not null,
  place int not null,
  primary key (jurisdiction_id, source, group_key, entry)
);
comment on table scoring.counted is 'Facts that give points only together with others, by group';
create index counted_entry on scoring.counted (jurisdiction_id, entry);

create table scoring.voided (
  jurisdiction_id text not null,
  source text not null,
  entry uuid not null,
  primary key (jurisdiction_id, source, entry)
);
comment on table scoring.voided is 'Entries that were taken back';

alter table scoring.line enable row level security;
create policy visible on scoring.line to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
alter table scoring.counted enable row level security;
create policy visible on scoring.counted to xianqu_app using (jurisdiction_id = access.jurisdiction());
alter table scoring.voided enable row level security;
create policy visible on scoring.voided to xianqu_app using (jurisdiction_id = access.jurisdiction());
grant usage on schema scoring to xianqu_app;
grant select, insert, delete on scoring.line, scoring.counted, scoring.voided to xianqu_app;
