-- Versions of decision models that people of the hub made in the browser. Those of the county pack stay in county.document.
create schema rules;
comment on schema rules is 'Proposed and approved versions of decision models';

create table rules.version (
  jurisdiction_id text not null,
  model text not null,
  version int not null check (version > 0),
  state text not null check (state in ('waiting', 'approved', 'rejected', 'withdrawn')),
  name text not null,
  english text not null,
  summary text,
  xml text not null,
  effective_from date not null,
  based_on int not null,
  reason text not null,
  tried jsonb,
  proposed_by uuid not null,
  proposed_post text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decided_reason text,
  entry_version int not null check (entry_version > 0),
  primary key (jurisdiction_id, model, version),
  check ((decided_at is null) = (state = 'waiting')),
  check (state <> 'approved' or decided_by <> proposed_by)
);
comment on table rules.version is 'One row a version that somebody proposed; never deleted, and its document never changed';
comment on column rules.version.xml is 'The DMN document, whole';
comment on column rules.version.effective_from is 'The day from which it holds, once it is approved';
comment on column rules.version.based_on is 'The version in force when it was proposed';
comment on column rules.version.tried is 'What it would have changed in past cases, in figures, when it was proposed';
comment on column rules.version.entry_version is 'The version of its stream in the record';

alter table rules.version enable row level security;
create policy visible on rules.version to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and (state = 'approved' or access.is_staff()))
  with check (jurisdiction_id = access.jurisdiction() and access.is_staff());
grant usage on schema rules to xianqu_app;
grant select, insert, update on rules.version to xianqu_app;
