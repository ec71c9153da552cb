create schema plans;
comment on schema plans is 'Trees of work nodes with predecessors, planned dates, progress and lamps';

create table plans.plan (
  jurisdiction_id text not null,
  id uuid not null,
  kind text not null,
  title text not null check (length(title) between 1 and 200),
  lead_organisation text not null,
  lead_person uuid,
  state text not null check (state in ('draft', 'running', 'closed')),
  confidential boolean not null,
  readers text[],
  lamp_rule text not null,
  lamp_rule_version text not null,
  ladder text not null,
  ladder_version text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  version int not null check (version > 0),
  primary key (jurisdiction_id, id)
);
comment on table plans.plan is 'One plan: of a project, a promise, a programme';
comment on column plans.plan.readers is 'Of a confidential plan, the organisations that take part in it; null is all of the government';
comment on column plans.plan.lamp_rule_version is 'The version of the county''s lamp rule that lights its nodes';

create table plans.node (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  parent_id uuid,
  ordinal int not null,
  depth smallint not null,
  code text not null,
  title text not null check (length(title) between 1 and 200),
  leaf boolean not null,
  nature text not null,
  deliverable text not null,
  organisation text not null,
  person uuid,
  planned_start timestamptz not null,
  deadline timestamptz not null check (deadline > planned_start),
  weight bigint not null check (weight >= 0),
  state text not null check (state in ('planned', 'running', 'submitted', 'returned', 'done')),
  progress smallint not null check (progress between 0 and 100),
  progress_before smallint not null default 0,
  predecessors uuid[] not null,
  waits_on int not null check (waits_on >= 0),
  ready_at timestamptz,
  started_at timestamptz,
  submitted_at timestamptz,
  finished_at timestamptz,
  lamp text not null check (lamp in ('white', 'blue', 'green', 'yellow', 'red')),
  lamp_since timestamptz,
  changed_at timestamptz not null,
  next_due_at timestamptz,
  readers text[],
  version int not null check (version > 0),
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, plan_id) references plans.plan (jurisdiction_id, id)
);
comment on table plans.node is 'Branches and leaves of plans; leaves are the work nodes that carry a lamp';
comment on column plans.node.ordinal is 'Place in the outline, from 0';
comment on column plans.node.weight is 'Planned working time in milliseconds: its share in the progress of what is above it';
comment on column plans.node.progress_before is 'Progress that stands again if the deliverable is returned';
comment on column plans.node.predecessors is 'Leaves of the same plan that must be accepted before it starts';
comment on column plans.node.waits_on is 'How many predecessors are not done yet';
comment on column plans.node.ready_at is 'When the plan ran and the last predecessor was done';
comment on column plans.node.next_due_at is 'When time alone will change it: a cache of the rules; null in a draft';
comment on column plans.node.readers is 'Copied from the plan';

create index node_plan on plans.node (jurisdiction_id, plan_id, ordinal);
create index node_due on plans.node (jurisdiction_id, next_due_at) where next_due_at is not null;
create index node_person on plans.node (jurisdiction_id, person, state) where leaf;
create index node_organisation on plans.node (jurisdiction_id, organisation, state) where leaf;

alter table plans.plan enable row level security;
create policy visible on plans.plan to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
alter table plans.node enable row level security;
create policy visible on plans.node to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
grant usage on schema plans to xianqu_app;
grant select, insert, update on plans.plan, plans.node to xianqu_app;
