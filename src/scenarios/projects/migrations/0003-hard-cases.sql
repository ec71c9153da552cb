create table projects.hard_case (
  jurisdiction_id text not null,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  place text not null,
  goal text not null,
  plan_id uuid,
  points int not null check (points between 1 and 1000),
  deadline timestamptz not null,
  selection text not null check (selection in ('first', 'choice')),
  organisation text not null,
  person_id uuid not null,
  state text not null check (state in ('published', 'assigned', 'submitted', 'scored', 'withdrawn')),
  team_id uuid,
  published_at timestamptz not null,
  assigned_at timestamptz,
  submitted_at timestamptz,
  closed_at timestamptz,
  outcome text,
  version int not null check (version > 0),
  primary key (jurisdiction_id, id)
);
comment on table projects.hard_case is 'Hard cases (揭榜抢分): published with points, claimed by a team, worked, scored; never deleted, and open to the government';
comment on column projects.hard_case.selection is 'first: the first team gets it; choice: the publisher chooses among the teams';
comment on column projects.hard_case.organisation is 'The unit that publishes it and accepts its result';
comment on column projects.hard_case.team_id is 'The team that has it';
comment on column projects.hard_case.outcome is 'What the team handed in, or why it was withdrawn';
create index hard_case_state on projects.hard_case (jurisdiction_id, state, deadline);

create table projects.hard_case_team (
  jurisdiction_id text not null,
  id uuid not null,
  case_id uuid not null,
  organisation text not null,
  person_id uuid not null,
  members jsonb not null,
  pledge text not null,
  claimed_at timestamptz not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, case_id, person_id),
  foreign key (jurisdiction_id, case_id) references projects.hard_case (jurisdiction_id, id)
);
comment on table projects.hard_case_team is 'Teams that asked for a case, each under its leader';
comment on column projects.hard_case_team.person_id is 'The leader, who owes the case';
comment on column projects.hard_case_team.members is 'Array of person, organisation, share in per cent; the leader among them; the shares make 100';

alter table projects.hard_case enable row level security;
create policy scope on projects.hard_case to xianqu_app
  using (jurisdiction_id = access.jurisdiction()) with check (jurisdiction_id = access.jurisdiction());
alter table projects.hard_case_team enable row level security;
create policy scope on projects.hard_case_team to xianqu_app
  using (jurisdiction_id = access.jurisdiction()) with check (jurisdiction_id = access.jurisdiction());
grant select, insert, update on projects.hard_case, projects.hard_case_team to xianqu_app;
