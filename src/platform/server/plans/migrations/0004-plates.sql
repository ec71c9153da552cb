alter table plans.plan add column plates_month text check (plates_month ~ '^\d{4}-\d{2}$');
alter table plans.plan add column next_plates_at timestamptz;
comment on column plans.plan.plates_month is 'The next month to be closed; null until the sweep of plates first sees the plan';
comment on column plans.plan.next_plates_at is 'When that month''s plates are due: a cache of the county''s rule; infinity once the plan has ended';
create index plan_plates on plans.plan (jurisdiction_id, (coalesce(next_plates_at, started_at)));

create table plans.plate (
  jurisdiction_id text not null,
  id uuid not null,
  plan_id uuid not null,
  organisation text not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  colour text not null check (colour in ('green', 'yellow', 'red')),
  is_lead boolean not null,
  rule text not null,
  rule_version text not null,
  closed_at timestamptz not null,
  facts jsonb not null,
  entry uuid not null,
  readers text[],
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, plan_id, month, organisation),
  foreign key (jurisdiction_id, plan_id) references plans.plan (jurisdiction_id, id)
);
comment on table plans.plate is 'One row a plate: of a month, a plan and a unit; never changed once given';
comment on column plans.plate.closed_at is 'The instant as of which the unit was judged';
comment on column plans.plate.facts is 'What it was judged by: planned and reached shares, nodes in play, overdue, returned; units that missed theirs';
comment on column plans.plate.entry is 'The entry of the record that gave it';
create index plate_organisation on plans.plate (jurisdiction_id, organisation, month);

alter table plans.plate enable row level security;
create policy visible on plans.plate to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
grant select, insert on plans.plate to xianqu_app;
