create table projects.imported_file (
  jurisdiction_id text not null,
  plan_id uuid not null,
  file_name text not null,
  imported_at timestamptz not null,
  report jsonb not null,
  readers text[],
  primary key (jurisdiction_id, plan_id)
);
comment on table projects.imported_file is 'The file of a project program that a plan was made of, and what was said of it then';
comment on column projects.imported_file.report is 'Notes, calendar, and every element that was not taken over';
comment on column projects.imported_file.readers is 'Copied from the plan';

create table projects.imported_node (
  jurisdiction_id text not null,
  plan_id uuid not null,
  node_id uuid not null,
  uid int not null,
  percent smallint not null check (percent between 0 and 100),
  actual_start timestamptz,
  actual_finish timestamptz,
  notes text not null,
  baselines jsonb not null,
  readers text[],
  primary key (jurisdiction_id, plan_id, node_id)
);
comment on table projects.imported_node is 'What a file said of a node and the plan does not hold: written back on export. A node may be gone since';
comment on column projects.imported_node.percent is 'Per cent complete in the file; progress of ours comes from reports';
comment on column projects.imported_node.baselines is 'Number, start and finish of the baselines 0 to 10, instants in milliseconds';

alter table projects.imported_file enable row level security;
create policy visible on projects.imported_file to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
alter table projects.imported_node enable row level security;
create policy visible on projects.imported_node to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
grant select, insert on projects.imported_file, projects.imported_node to xianqu_app;
