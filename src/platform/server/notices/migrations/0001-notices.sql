create schema notices;
comment on schema notices is 'What people are told, derived from the record; and what they have read of it';

create table notices.notice (
  jurisdiction_id text not null,
  audience text not null,
  position bigint not null,
  ordinal smallint not null,
  kind text not null,
  zh text not null,
  en text not null,
  link text not null,
  at timestamptz not null,
  entry_id uuid not null,
  readers text[],
  primary key (jurisdiction_id, audience, position, ordinal)
);
comment on table notices.notice is 'One row an audience, never one a reader: whoever belongs to the audience finds it';
comment on column notices.notice.audience is 'person:<id>, post:<id>, or unit:<id> for everybody in the unit and below it';
comment on column notices.notice.position is 'Of the entry in the sealed record that it comes from: the order of every inbox';
comment on column notices.notice.link is 'Address of the page where it is dealt with';

create table notices.reader (
  jurisdiction_id text not null,
  person_id uuid not null,
  read_before bigint not null,
  primary key (jurisdiction_id, person_id)
);
comment on table notices.reader is 'Up to which position a person has read everything';

create table notices.receipt (
  jurisdiction_id text not null,
  person_id uuid not null,
  position bigint not null,
  at timestamptz not null,
  primary key (jurisdiction_id, person_id, position)
);
comment on table notices.receipt is 'Notices read one by one, after the position up to which everything is read';

alter table notices.notice enable row level security;
create policy visible on notices.notice to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
alter table notices.reader enable row level security;
create policy own on notices.reader to xianqu_app using (jurisdiction_id = access.jurisdiction());
alter table notices.receipt enable row level security;
create policy own on notices.receipt to xianqu_app using (jurisdiction_id = access.jurisdiction());
grant usage on schema notices to xianqu_app;
grant select, insert, delete on notices.notice to xianqu_app;
grant select, insert, update on notices.reader to xianqu_app;
grant select, insert, delete on notices.receipt to xianqu_app;
