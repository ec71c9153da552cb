-- Whom a provider of single sign-on knows. An administrator lists people beforehand, by what the provider calls them; the first sign-in
-- binds the provider's unchanging name to the person, and from then on that name alone counts.
create table auth.external_account (
  jurisdiction_id text not null,
  provider text not null,
  handle text not null,
  person_id uuid not null,
  subject text,
  listed_at timestamptz not null,
  bound_at timestamptz,
  primary key (jurisdiction_id, provider, handle),
  constraint external_subject unique (jurisdiction_id, provider, subject),
  constraint external_person unique (jurisdiction_id, provider, person_id),
  check ((subject is null) = (bound_at is null))
);
comment on table auth.external_account is 'Accounts of single sign-on and whose they are';
comment on column auth.external_account.handle is 'What the provider calls the person and the administrator listed: account, employee code, phone';
comment on column auth.external_account.subject is 'The provider''s unchanging name; null until the first sign-in';
alter table auth.external_account enable row level security;
create policy external_account_scope on auth.external_account to xianqu_auth using (jurisdiction_id = access.jurisdiction());
grant select, insert, update, delete on auth.external_account to xianqu_auth;
