-- What officials tried to see or do that is not theirs (越权访问): refused, and told to whoever answers for them.
create schema refused_access;
comment on schema refused_access is 'Attempts of officials at things that are not theirs';

create table refused_access.attempt (
  jurisdiction_id text not null,
  id uuid not null,
  person_id uuid not null,
  post_id text not null,
  organisation_id text not null,
  subject text not null,
  act text not null,
  at timestamptz not null,
  day date not null,
  readers text[] not null,
  primary key (jurisdiction_id, id),
  constraint attempt_once_a_day unique (jurisdiction_id, person_id, subject, day)
);
comment on table refused_access.attempt is 'One row a person, thing and day, however often it was tried; never deleted';
comment on column refused_access.attempt.subject is 'The stream of the thing, which is there: what is not there nobody can be kept from';
comment on column refused_access.attempt.act is 'What they tried with it, in a word';
comment on column refused_access.attempt.readers is 'The posts that answer for whoever tried; they alone see it';
create index attempt_at on refused_access.attempt (jurisdiction_id, at desc, id);

alter table refused_access.attempt enable row level security;
create policy visible on refused_access.attempt to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.is_staff() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
grant usage on schema refused_access to xianqu_app;
grant select, insert on refused_access.attempt to xianqu_app;
