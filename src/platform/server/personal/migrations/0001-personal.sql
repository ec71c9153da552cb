-- What identifies people outside the government (who complained, a phone, an address) lies here and in no other table and no entry of
-- the record: a look at it leaves a trace, and erasing it erases it everywhere.
create schema personal;
comment on schema personal is 'What identifies people outside the government, masked until somebody gives a reason';

create table personal.value (
  jurisdiction_id text not null,
  subject text not null,
  field text not null,
  value text,
  kept_at timestamptz not null,
  erased_at timestamptz,
  readers text[],
  version int not null check (version > 0),
  primary key (jurisdiction_id, subject, field),
  constraint value_or_erased check ((value is null) = (erased_at is not null))
);
comment on table personal.value is 'One row a thing and field; the value goes when a law orders it erased, the row stays';
comment on column personal.value.subject is 'The stream of the thing that it belongs to, as supervision.matter/<id>';
comment on column personal.value.field is 'What it is: complainant';
comment on column personal.value.readers is 'Organisations and posts that may read it; null is whoever the thing lets';

create table personal.look (
  jurisdiction_id text not null,
  id uuid not null,
  subject text not null,
  field text not null,
  person_id uuid not null,
  post_id text not null,
  organisation_id text not null,
  reason text not null,
  at timestamptz not null,
  readers text[],
  primary key (jurisdiction_id, id)
);
comment on table personal.look is 'Who saw a value in clear, in which post, why; never deleted';
create index look_subject on personal.look (jurisdiction_id, subject, at desc);

alter table personal.value enable row level security;
create policy visible on personal.value to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
alter table personal.look enable row level security;
create policy visible on personal.look to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
grant usage on schema personal to xianqu_app;
grant select, insert, update on personal.value to xianqu_app;
grant select, insert on personal.look to xianqu_app;
