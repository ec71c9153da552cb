-- Credentials and sessions, apart from everything else: the role that serves requests cannot read this schema, and the role that
-- can read it reads nothing else. Passwords are scrypt hashes, tokens SHA-256 hashes, second-factor secrets encrypted.
create schema auth;
comment on schema auth is 'Passwords, second factors and sessions; for xianqu_auth alone';

create table auth.credential (
  jurisdiction_id text not null,
  person_id uuid not null,
  password_hash text,
  password_set_at timestamptz,
  password_temporary boolean not null default false,
  failures int not null default 0,
  locked_until timestamptz,
  activation_hash bytea,
  activation_until timestamptz,
  totp_secret bytea,
  totp_enrolled_at timestamptz,
  totp_step bigint not null default 0,
  primary key (jurisdiction_id, person_id)
);
comment on table auth.credential is 'How a person proves who they are';
comment on column auth.credential.password_hash is 'Null until the account is activated';
comment on column auth.credential.password_temporary is 'Given by somebody else: to be changed at the first sign-in';
comment on column auth.credential.failures is 'Failed attempts in a row, those under way included';
comment on column auth.credential.activation_hash is 'SHA-256 of the one-time code that the system administrator hands over';
comment on column auth.credential.totp_secret is 'AES-256-GCM under the key of the data folder: nonce, tag, ciphertext';
comment on column auth.credential.totp_step is 'The last time step used; a code counts once';

create table auth.former_password (
  jurisdiction_id text not null,
  person_id uuid not null,
  set_at timestamptz not null,
  password_hash text not null,
  primary key (jurisdiction_id, person_id, set_at),
  foreign key (jurisdiction_id, person_id) references auth.credential (jurisdiction_id, person_id)
);
comment on table auth.former_password is 'Passwords that may not come again yet';

create table auth.session (
  jurisdiction_id text not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  id uuid not null,
  person_id uuid not null,
  post_id text not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  address text not null,
  device text not null,
  primary key (jurisdiction_id, token_hash),
  constraint session_id unique (jurisdiction_id, id)
);
comment on table auth.session is 'Signed-in people, each in one post';
comment on column auth.session.seen_at is 'The last request, written at most once a minute';
comment on column auth.session.ends_at is 'However busy it is';
create index session_of_person on auth.session (jurisdiction_id, person_id, began_at);

alter table auth.credential enable row level security;
alter table auth.former_password enable row level security;
alter table auth.session enable row level security;

create policy credential_scope on auth.credential to xianqu_auth using (jurisdiction_id = access.jurisdiction());
create policy former_password_scope on auth.former_password to xianqu_auth using (jurisdiction_id = access.jurisdiction());
create policy session_scope on auth.session to xianqu_auth using (jurisdiction_id = access.jurisdiction());

grant usage on schema access, auth to xianqu_auth;
grant select, insert, update on auth.credential, auth.session to xianqu_auth;
grant select, insert, delete on auth.former_password to xianqu_auth;
