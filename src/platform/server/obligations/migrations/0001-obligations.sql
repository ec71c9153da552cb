create schema obligations;
comment on schema obligations is 'What is owed, by whom, to whom, by when, and how far up the ladder it has come';

create table obligations.obligation (
  jurisdiction_id text not null,
  id uuid not null,
  kind text not null,
  subject text not null,
  title text not null,
  debtor_organisation text not null,
  debtor_person uuid,
  lead_organisation text not null,
  state text not null check (state in ('open', 'submitted', 'answered', 'withdrawn')),
  opened_at timestamptz not null,
  due_at timestamptz not null,
  ladder text not null,
  ladder_version text not null,
  calendar_version text not null,
  level smallint not null default 0 check (level >= 0),
  level_at timestamptz,
  holder_organisation text,
  changed_at timestamptz not null,
  next_due_at timestamptz,
  readers text[],
  version int not null check (version > 0),
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, subject, kind)
);
comment on table obligations.obligation is 'One row an obligation, whatever system it comes from; never deleted';
comment on column obligations.obligation.kind is 'What system it comes from: plan-node, appeal';
comment on column obligations.obligation.subject is 'The stream of the thing that it is about: node:<id>';
comment on column obligations.obligation.lead_organisation is 'Who accepts the answer, and holds the first level of the ladder';
comment on column obligations.obligation.level is 'Rung reached; 0 while in time';
comment on column obligations.obligation.holder_organisation is 'Who holds the rung reached';
comment on column obligations.obligation.next_due_at is 'When time alone will change it: a cache of the rules, keyed by ladder and calendar version';
comment on column obligations.obligation.readers is 'Organisations that may read it; null is all of the government';
comment on column obligations.obligation.version is 'Version of its last entry in the record';

create index obligation_due on obligations.obligation (jurisdiction_id, next_due_at) where next_due_at is not null;
create index obligation_debtor on obligations.obligation (jurisdiction_id, debtor_organisation, state);
create index obligation_holder on obligations.obligation (jurisdiction_id, holder_organisation) where level > 0 and state in ('open', 'submitted');

alter table obligations.obligation enable row level security;
create policy visible on obligations.obligation to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
grant usage on schema obligations to xianqu_app;
grant select, insert, update on obligations.obligation to xianqu_app;
