create schema data_hub;
comment on schema data_hub is 'Look-ups of data that others hold: who asked what about whom, for which case, on which ground; consents; grants of operators; tables handed over';

create table data_hub.look_up (
  jurisdiction_id text not null,
  id uuid not null,
  dataset text not null,
  dataset_version int not null,
  fields text[] not null,
  organisation text not null,
  post text,
  person uuid,
  matter text not null,
  case_id text not null,
  grant_id text,
  consent_id uuid,
  basis text,
  subject_hash bytea not null,
  subject bytea,
  state text not null check (state in ('asking', 'waiting', 'answered', 'not-found', 'wrong', 'gave-up', 'refused')),
  reason text,
  attempts int not null default 0,
  asked_at timestamptz not null,
  next_at timestamptz,
  until timestamptz not null,
  ended_at timestamptz,
  as_of text,
  answer bytea,
  forget_at timestamptz,
  version int not null check (version > 0),
  primary key (jurisdiction_id, id),
  check ((next_at is null) = (state not in ('asking', 'waiting')))
);
comment on table data_hub.look_up is 'One row a look-up, refused ones too; never deleted, shown to the person looked up';
comment on column data_hub.look_up.case_id is 'The case for which it was asked, as whoever asked names it';
comment on column data_hub.look_up.post is 'Null where a machine decided';
comment on column data_hub.look_up.subject_hash is 'Keyed hash of the number of the person or enterprise';
comment on column data_hub.look_up.subject is 'Number and name, sealed; null once it is over';
comment on column data_hub.look_up.until is 'When it is given up';
comment on column data_hub.look_up.as_of is 'The date of the data, as the owner told it';
comment on column data_hub.look_up.answer is 'The records, sealed; null from forget_at on, or once the consent is withdrawn';
create index look_up_subject on data_hub.look_up (jurisdiction_id, subject_hash, asked_at desc);
create index look_up_due on data_hub.look_up (jurisdiction_id, next_at) where next_at is not null;
create index look_up_forget on data_hub.look_up (jurisdiction_id, forget_at) where answer is not null;
create index look_up_dataset on data_hub.look_up (jurisdiction_id, dataset, asked_at desc);
create index look_up_asked on data_hub.look_up (jurisdiction_id, asked_at desc);
create index look_up_case on data_hub.look_up (jurisdiction_id, case_id);
create index look_up_consent on data_hub.look_up (jurisdiction_id, consent_id) where consent_id is not null;

create table data_hub.consent (
  jurisdiction_id text not null,
  id uuid not null,
  subject_hash bytea not null,
  case_id text not null,
  datasets text[] not null,
  given_at timestamptz not null,
  ends_at timestamptz not null,
  given_by text not null,
  withdrawn_at timestamptz,
  version int not null check (version > 0),
  primary key (jurisdiction_id, id),
  check (ends_at > given_at)
);
comment on table data_hub.consent is 'Consents of people to look-ups for one case';
comment on column data_hub.consent.given_by is 'How it was given: self, or on paper at a counter (organisation)';
create index consent_subject on data_hub.consent (jurisdiction_id, subject_hash, given_at desc);

create table data_hub.grant_of_operator (
  jurisdiction_id text not null,
  id text not null,
  body jsonb not null,
  ended_at timestamptz,
  ended_reason text,
  version int not null check (version > 0),
  primary key (jurisdiction_id, id)
);
comment on table data_hub.grant_of_operator is 'Grants that operators gave beside those of the county pack, and the ends of either';
comment on column data_hub.grant_of_operator.body is 'The grant as the pack would write it; an empty object where it only ends one of the pack';

create table data_hub.handed_over (
  jurisdiction_id text not null,
  dataset text not null,
  file_version int not null check (file_version > 0),
  file_id uuid not null,
  file_name text not null,
  rows int not null,
  as_of date not null,
  imported_at timestamptz not null,
  imported_by uuid not null,
  primary key (jurisdiction_id, dataset, file_version)
);
comment on table data_hub.handed_over is 'Tables that owners handed over as spreadsheets; the highest version of a dataset is asked, the others are kept for the record without rows';

create table data_hub.handed_over_row (
  jurisdiction_id text not null,
  dataset text not null,
  file_version int not null,
  row_number int not null,
  subject_hash bytea not null,
  content bytea not null,
  primary key (jurisdiction_id, dataset, file_version, row_number)
);
comment on table data_hub.handed_over_row is 'Rows of the present version of each table, sealed, found by the keyed hash of the number';
create index handed_over_subject on data_hub.handed_over_row (jurisdiction_id, dataset, subject_hash);

create table data_hub.dispute (
  jurisdiction_id text not null,
  id uuid not null,
  look_up_id uuid not null,
  dataset text not null,
  field text not null,
  owner text not null,
  subject_hash bytea not null,
  statement bytea not null,
  raised_at timestamptz not null,
  raised_by text not null,
  obligation_id uuid not null,
  state text not null check (state in ('open', 'corrected', 'upheld')),
  answer text,
  answered_at timestamptz,
  version int not null check (version > 0),
  primary key (jurisdiction_id, id)
);
comment on table data_hub.dispute is 'Fields that somebody says are wrong; the owner owes an answer';
comment on column data_hub.dispute.statement is 'What the person says is right, sealed';
comment on column data_hub.dispute.state is 'corrected: the owner has put it right; upheld: the owner says that it is right as it is';
create index dispute_subject on data_hub.dispute (jurisdiction_id, subject_hash, raised_at desc);
create index dispute_owner on data_hub.dispute (jurisdiction_id, owner, raised_at desc);
create unique index dispute_open on data_hub.dispute (jurisdiction_id, subject_hash, dataset, field) where state = 'open';

do $$
declare one text;
begin
  foreach one in array array['look_up', 'consent', 'grant_of_operator', 'handed_over', 'handed_over_row', 'dispute'] loop
    execute format('alter table data_hub.%I enable row level security', one);
    execute format('create policy visible on data_hub.%I to xianqu_app using (jurisdiction_id = access.jurisdiction() and access.is_staff())
      with check (jurisdiction_id = access.jurisdiction())', one);
  end loop;
end $$;

grant usage on schema data_hub to xianqu_app;
grant select, insert, update on data_hub.look_up, data_hub.consent, data_hub.grant_of_operator, data_hub.dispute to xianqu_app;
grant select, insert on data_hub.handed_over to xianqu_app;
grant select, insert, delete on data_hub.handed_over_row to xianqu_app;
