-- Whom the government serves. A resident is known by a phone that answered a code; by name and identity number only once these were
-- checked. Phone and identity number lie here encrypted, and are found again by their keyed hash.
create schema residents;
comment on schema residents is 'Residents, and whom they have asked to act for them';

create table residents.resident (
  jurisdiction_id text not null,
  id uuid not null,
  version int not null check (version > 0),
  name text,
  phone_sealed bytea,
  phone_hash bytea,
  identity_sealed bytea,
  identity_hash bytea,
  verified_at timestamptz,
  verified_by text check (verified_by in ('register', 'window')),
  synthetic boolean not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (jurisdiction_id, id),
  check ((phone_sealed is null) = (phone_hash is null)),
  check ((identity_sealed is null) = (identity_hash is null)),
  constraint resident_verified check ((verified_at is null) = (verified_by is null) and (verified_at is null) = (identity_hash is null))
);
comment on table residents.resident is 'One row a resident who has come to the door or to a window';
comment on column residents.resident.version is 'That of the stream residents.resident/<id>';
comment on column residents.resident.name is 'Null until it was checked: nobody is called what they merely typed';
comment on column residents.resident.verified_by is 'Against the household register, or by an official who saw the identity card';
comment on column residents.resident.synthetic is 'True for invented people of a demonstration';
create unique index resident_phone on residents.resident (jurisdiction_id, phone_hash) where valid_to is null;
create unique index resident_identity on residents.resident (jurisdiction_id, identity_hash) where valid_to is null;

create table residents.check_attempt (
  jurisdiction_id text not null,
  resident_id uuid not null,
  at timestamptz not null,
  primary key (jurisdiction_id, resident_id, at)
);
comment on table residents.check_attempt is 'When a resident had name and identity number checked, so that nobody tries numbers out';

alter table residents.resident enable row level security;
alter table residents.check_attempt enable row level security;
create policy own on residents.resident to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and (access.is_staff() or 'resident-' || id = any(access.organisations())));
create policy own on residents.check_attempt to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and (access.is_staff() or 'resident-' || resident_id = any(access.organisations())));
grant usage on schema residents to xianqu_app;
grant select, insert, update on residents.resident to xianqu_app;
grant select, insert on residents.check_attempt to xianqu_app;

create table auth.resident_code (
  jurisdiction_id text not null,
  id uuid not null,
  purpose text not null check (purpose in ('sign-in', 'mandate')),
  about text not null,
  phone_hash bytea not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  address text not null,
  sent_at timestamptz not null,
  ends_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz,
  primary key (jurisdiction_id, id)
);
comment on table auth.resident_code is 'Codes sent to phones; each counts once, for minutes, for what it was sent for';
comment on column auth.resident_code.about is 'What it consents to; empty for signing in';
comment on column auth.resident_code.tries is 'How often somebody typed a code, the right one included';
create index resident_code_phone on auth.resident_code (jurisdiction_id, phone_hash, sent_at desc);
create index resident_code_address on auth.resident_code (jurisdiction_id, address, sent_at desc);

create table auth.resident_session (
  jurisdiction_id text not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  id uuid not null,
  resident_id uuid not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  address text not null,
  device text not null,
  primary key (jurisdiction_id, token_hash),
  constraint resident_session_id unique (jurisdiction_id, id)
);
comment on table auth.resident_session is 'Signed-in residents; under the rules of auth.session';
create index resident_session_of on auth.resident_session (jurisdiction_id, resident_id, began_at desc);

create table auth.resident_external (
  jurisdiction_id text not null,
  provider text not null,
  subject text not null,
  resident_id uuid not null,
  bound_at timestamptz not null,
  primary key (jurisdiction_id, provider, subject)
);
comment on table auth.resident_external is 'Whom a provider of single sign-on for residents brings';

alter table auth.resident_code enable row level security;
alter table auth.resident_session enable row level security;
alter table auth.resident_external enable row level security;
create policy scope on auth.resident_code to xianqu_auth using (jurisdiction_id = access.jurisdiction());
create policy scope on auth.resident_session to xianqu_auth using (jurisdiction_id = access.jurisdiction());
create policy scope on auth.resident_external to xianqu_auth using (jurisdiction_id = access.jurisdiction());
grant select, insert, update on auth.resident_code, auth.resident_session to xianqu_auth;
grant select, insert on auth.resident_external to xianqu_auth;
