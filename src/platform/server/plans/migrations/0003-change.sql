alter table plans.node add column paused_at timestamptz;
comment on column plans.node.paused_at is 'Since when its plan is paused: until it is resumed, time brings it nothing';
alter table plans.plan add column paused_at timestamptz;
comment on column plans.plan.paused_at is 'Since when it is paused';
alter table plans.plan add column proposed_by uuid;
comment on column plans.plan.proposed_by is 'Who asked for the start, while somebody else has to approve it';
grant delete on plans.node to xianqu_app;

create table plans.baseline (
  jurisdiction_id text not null,
  plan_id uuid not null,
  number int not null check (number > 0),
  at timestamptz not null,
  reason text not null,
  proposed_by uuid,
  approved_by uuid,
  entry_id uuid,
  readers text[],
  primary key (jurisdiction_id, plan_id, number),
  foreign key (jurisdiction_id, plan_id) references plans.plan (jurisdiction_id, id)
);
comment on table plans.baseline is 'The plan as it was approved: 1 at its start, the next with each approved change; kept for ever';
comment on column plans.baseline.approved_by is 'Null where the kind of project starts without approval';
comment on column plans.baseline.entry_id is 'The entry of the record that made it';

create table plans.baseline_node (
  jurisdiction_id text not null,
  plan_id uuid not null,
  number int not null,
  node_id uuid not null,
  parent_id uuid,
  ordinal int not null,
  depth smallint not null,
  code text not null,
  title text not null,
  leaf boolean not null,
  deliverable text not null,
  organisation text not null,
  person uuid,
  planned_start timestamptz not null,
  deadline timestamptz not null,
  links jsonb not null,
  readers text[],
  primary key (jurisdiction_id, plan_id, number, node_id),
  foreign key (jurisdiction_id, plan_id, number) references plans.baseline (jurisdiction_id, plan_id, number)
);
comment on table plans.baseline_node is 'A node as a baseline has it: dates, owner, links';

create table plans.removed_node (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  removed_at timestamptz not null,
  reason text not null,
  node jsonb not null,
  readers text[],
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, plan_id) references plans.plan (jurisdiction_id, id)
);
comment on table plans.removed_node is 'Nodes that a change took out of a plan, as they stood last; their stories stay in the record';

create table plans.change (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  state text not null check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  reason text not null,
  edits jsonb not null,
  proposed_by uuid not null,
  proposed_post text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  note text not null default '',
  baseline int,
  readers text[],
  version int not null check (version > 0),
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, plan_id) references plans.plan (jurisdiction_id, id)
);
comment on table plans.change is 'A proposal to change a running plan, and what became of it';
comment on column plans.change.edits is 'The operations proposed, applied to the plan as it stands when it is approved';
comment on column plans.change.baseline is 'The baseline that it made, once approved';
create unique index change_open on plans.change (jurisdiction_id, plan_id) where state = 'proposed';
create index change_plan on plans.change (jurisdiction_id, plan_id, proposed_at);

insert into plans.baseline (jurisdiction_id, plan_id, number, at, reason, readers)
  select jurisdiction_id, id, 1, started_at, '', readers from plans.plan where started_at is not null;
insert into plans.baseline_node (jurisdiction_id, plan_id, number, node_id, parent_id, ordinal, depth, code, title, leaf,
    deliverable, organisation, person, planned_start, deadline, links, readers)
  select n.jurisdiction_id, n.plan_id, 1, n.id, n.parent_id, n.ordinal, n.depth, n.code, n.title, n.leaf, n.deliverable,
    n.organisation, n.person, n.planned_start, n.deadline, n.links, n.readers
  from plans.node n join plans.baseline b on b.jurisdiction_id = n.jurisdiction_id and b.plan_id = n.plan_id;

alter table plans.baseline enable row level security;
create policy visible on plans.baseline to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
alter table plans.baseline_node enable row level security;
create policy visible on plans.baseline_node to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
alter table plans.removed_node enable row level security;
create policy visible on plans.removed_node to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
alter table plans.change enable row level security;
create policy visible on plans.change to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
grant select, insert on plans.baseline, plans.baseline_node, plans.removed_node to xianqu_app;
grant select, insert, update on plans.change to xianqu_app;
