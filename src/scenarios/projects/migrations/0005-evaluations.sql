create table projects.evaluation (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  subject text not null check (subject in ('whole', 'person', 'organisation')),
  organisation text not null,
  person uuid,
  facts jsonb not null,
  words text not null,
  at timestamptz not null,
  entry_id uuid not null,
  readers text[],
  primary key (jurisdiction_id, id)
);
comment on table projects.evaluation is 'What was said of a project, its units and its people when it was closed: facts of the record and the lead''s words';
comment on column projects.evaluation.facts is 'Counted from the record at the close; empty for the whole';
create index evaluation_plan on projects.evaluation (jurisdiction_id, plan_id);

alter table projects.appeal add column evaluation_id uuid;
alter table projects.appeal drop constraint appeal_about_one;
alter table projects.appeal add constraint appeal_about_one check (num_nonnulls(node_id, plate_id, evaluation_id) = 1);
create unique index appeal_evaluation_open on projects.appeal (jurisdiction_id, evaluation_id)
  where state = 'open' and evaluation_id is not null;

alter table projects.evaluation enable row level security;
create policy visible on projects.evaluation to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
grant select, insert on projects.evaluation to xianqu_app;
