-- Cases (办件): one applicant's request under one version of a matter. What the applicant says and what data brings is sealed
-- (services.personalData); what stands in the open tells nobody anything about a person but a masked name.
create schema casework;
comment on schema casework is 'Requests of residents, enterprises and units, from submission to outcome';

create table casework.case_file (
  jurisdiction_id text not null,
  id uuid not null,
  number text not null,
  matter text not null,
  matter_version int not null,
  state text not null check (state in ('gathering', 'handling', 'granted', 'rejected', 'withdrawn')),
  applicant_kind text not null check (applicant_kind in ('person', 'enterprise', 'unit')),
  applicant_hash bytea not null,
  applicant_label text not null,
  channel text not null check (channel in ('phone', 'window', 'television', 'helper', 'unit')),
  resident_id uuid,
  taken_by text,
  authority text not null,
  accepted_at timestamptz not null,
  submitted_at timestamptz not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  next_at timestamptz,
  materials jsonb not null,
  steps jsonb not null,
  outcomes jsonb not null,
  sealed bytea not null,
  trips int not null,
  trips_saved int not null,
  papers_saved int not null,
  minutes_saved int not null,
  readers text[] not null,
  version int not null check (version > 0),
  primary key (jurisdiction_id, id),
  constraint case_number unique (jurisdiction_id, number)
);
comment on table casework.case_file is 'One row a case; never deleted';
comment on column casework.case_file.number is 'What the receipt shows: day of submission and eight characters';
comment on column casework.case_file.applicant_hash is 'Keyed hash of the number of whoever asks (services.personalData)';
comment on column casework.case_file.applicant_label is 'Masked name of a person, name of an enterprise or unit';
comment on column casework.case_file.resident_id is 'The resident on whose page it stands, also where a clerk or helper took it';
comment on column casework.case_file.taken_by is 'The unit whose window took it, or that asked for itself';
comment on column casework.case_file.next_at is 'When data is asked for again by itself';
comment on column casework.case_file.materials is 'By material: state, look-up, source, date, files; no values';
comment on column casework.case_file.sealed is 'Form, values that data brought, what steps gave, outputs of the decision';
comment on column casework.case_file.trips_saved is 'Against what the matter cost before data ran';

create index case_of_resident on casework.case_file (jurisdiction_id, resident_id, submitted_at desc, id) where resident_id is not null;
create index case_taken on casework.case_file (jurisdiction_id, taken_by, submitted_at desc, id) where taken_by is not null;
create index case_of_applicant on casework.case_file (jurisdiction_id, applicant_hash, submitted_at desc);
create index case_of_authority on casework.case_file (jurisdiction_id, authority, submitted_at desc);
create index case_next on casework.case_file (jurisdiction_id, next_at) where next_at is not null;

create unique index case_under_way on casework.case_file (jurisdiction_id, matter, applicant_hash) where state in ('gathering', 'handling');
comment on index casework.case_under_way is 'One case of a matter at a time for each applicant';

create table casework.step (
  jurisdiction_id text not null,
  id uuid not null,
  case_id uuid not null,
  step text not null,
  unit text not null,
  state text not null check (state in ('open', 'correcting', 'done', 'refused', 'dropped')),
  obligation_id uuid not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  readers text[] not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, case_id) references casework.case_file (jurisdiction_id, id)
);
comment on table casework.step is 'Steps that opened, each owed by its unit; one that opens again after a reconsideration has a row of its own';
create index step_queue on casework.step (jurisdiction_id, unit, due_at, id) where state in ('open', 'correcting');
create index step_of_case on casework.step (jurisdiction_id, case_id);

create table casework.draft (
  jurisdiction_id text not null,
  resident_id uuid not null,
  matter text not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (jurisdiction_id, resident_id, matter)
);
comment on table casework.draft is 'A form that is not submitted yet, one for each resident and matter; the only rows that are deleted';

create table casework.outcome (
  jurisdiction_id text not null,
  case_id uuid not null,
  outcome text not null,
  kind text not null check (kind in ('document', 'credential', 'payment', 'post')),
  state text not null check (state in ('ordered', 'done', 'failed')),
  ordered_at timestamptz not null,
  done_at timestamptz,
  next_at timestamptz,
  attempts int not null default 0,
  reference text,
  trouble text,
  readers text[] not null,
  primary key (jurisdiction_id, case_id, outcome),
  foreign key (jurisdiction_id, case_id) references casework.case_file (jurisdiction_id, id)
);
comment on table casework.outcome is 'What a case gave: papers, certificates, money orders, post; carried out by a worker, once';
comment on column casework.outcome.reference is 'Of the bank, the certificate or the post, as whoever carried it out gave it';
create index outcome_next on casework.outcome (jurisdiction_id, next_at) where next_at is not null;

alter table casework.case_file enable row level security;
alter table casework.step enable row level security;
alter table casework.draft enable row level security;
alter table casework.outcome enable row level security;
create policy visible on casework.case_file to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers)) with check (jurisdiction_id = access.jurisdiction());
create policy visible on casework.step to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers)) with check (jurisdiction_id = access.jurisdiction());
create policy visible on casework.outcome to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers)) with check (jurisdiction_id = access.jurisdiction());
create policy own on casework.draft to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(array['resident-' || resident_id]))
  with check (jurisdiction_id = access.jurisdiction());
grant usage on schema casework to xianqu_app;
grant select, insert, update on casework.case_file, casework.step, casework.outcome to xianqu_app;
grant select, insert, update, delete on casework.draft to xianqu_app;
