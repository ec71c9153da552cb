create schema projects;
comment on schema projects is 'What projects hold beside their plans: objections to lamps, and who looked at the grounds of one';

create table projects.appeal (
  jurisdiction_id text not null,
  id uuid not null,
  node_id uuid not null,
  lamp text not null,
  person_id uuid not null,
  post_id text not null,
  reason text not null,
  state text not null check (state in ('open', 'upheld', 'rejected')),
  answer text,
  appealed_at timestamptz not null,
  answered_at timestamptz,
  readers text[],
  version int not null check (version > 0),
  primary key (jurisdiction_id, id)
);
comment on table projects.appeal is 'One row an objection to a lamp; the answer is owed by the lead unit as an obligation of kind appeal';
comment on column projects.appeal.lamp is 'The lamp objected to';
comment on column projects.appeal.readers is 'Copied from the node';
create unique index appeal_open on projects.appeal (jurisdiction_id, node_id, lamp) where state = 'open';
create index appeal_node on projects.appeal (jurisdiction_id, node_id);

create table projects.look (
  jurisdiction_id text not null,
  node_id uuid not null,
  person_id uuid not null,
  post_id text not null,
  day date not null,
  first_at timestamptz not null,
  readers text[],
  primary key (jurisdiction_id, node_id, person_id, post_id, day)
);
comment on table projects.look is 'Who looked at the grounds of a node''s lamp, once a day and post; shown to its owner';

alter table projects.appeal enable row level security;
create policy visible on projects.appeal to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
alter table projects.look enable row level security;
create policy visible on projects.look to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
grant usage on schema projects to xianqu_app;
grant select, insert, update on projects.appeal to xianqu_app;
grant select, insert on projects.look to xianqu_app;
