-- Signed electronic documents. What a credential says is sealed in its document; the rows beside it hold what is needed to find it, to
-- say how it stands and to tell its story. Its standing changes by its issuer alone; its end comes by the clock.
create schema credentials;
comment on schema credentials is 'Electronic certificates: issued, shown, verified, suspended, revoked';

create table credentials.credential (
  jurisdiction_id text not null,
  id uuid not null,
  type_id text not null,
  type_version int not null,
  number text not null,
  holder text not null,
  holder_hash bytea,
  issuer text not null,
  readers text[] not null,
  document bytea not null,
  digest bytea not null,
  suite text not null,
  status_list text not null,
  status_index int not null,
  issued_at timestamptz not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  standing text not null default 'valid' check (standing in ('valid', 'suspended', 'revoked')),
  standing_at timestamptz,
  standing_reason text,
  ended_at timestamptz,
  origin text,
  version int not null,
  primary key (jurisdiction_id, id),
  constraint credential_number unique (jurisdiction_id, number),
  constraint credential_place unique (jurisdiction_id, status_list, status_index)
);
comment on table credentials.credential is 'A certificate that was issued';
comment on column credentials.credential.holder is 'Whose it is: resident-<id>, or the id of a unit or enterprise';
comment on column credentials.credential.holder_hash is 'Keyed hash of the holder''s identity number or credit code, to find it by';
comment on column credentials.credential.readers is 'The issuing unit and the holder';
comment on column credentials.credential.document is 'The SD-JWT with every disclosure, sealed for this row';
comment on column credentials.credential.digest is 'SHA-256 of the SD-JWT, as the record has it';
comment on column credentials.credential.status_index is 'Its place in the status list, taken by chance';
comment on column credentials.credential.ended_at is 'Set when the record tells that its validity has ended';
comment on column credentials.credential.origin is 'The stream of the case that it came from';
create index credential_holder on credentials.credential (jurisdiction_id, holder, issued_at desc);
create index credential_holder_hash on credentials.credential (jurisdiction_id, holder_hash) where holder_hash is not null;
create index credential_issuer on credentials.credential (jurisdiction_id, issuer, issued_at desc);
create index credential_marked on credentials.credential (jurisdiction_id, status_list) where standing <> 'valid';
create index credential_ending on credentials.credential (jurisdiction_id, valid_until)
  where ended_at is null and standing <> 'revoked' and valid_until is not null;

create table credentials.showing (
  jurisdiction_id text not null,
  id uuid not null,
  credential_id uuid not null,
  holder text not null,
  readers text[] not null,
  fields text[] not null,
  audience text,
  nonce text not null,
  way text not null check (way in ('code', 'link', 'paper')),
  made_at timestamptz not null,
  until timestamptz not null,
  withdrawn_at timestamptz,
  version int not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, credential_id) references credentials.credential (jurisdiction_id, id)
);
comment on table credentials.showing is 'What a holder let be seen: which fields, to whom, until when';
comment on column credentials.showing.way is 'code: a QR for minutes; link: for as long as the holder said; paper: printed';
comment on column credentials.showing.audience is 'Whom it is for, as the holder named them; null for anybody';
create index showing_of_credential on credentials.showing (jurisdiction_id, credential_id, made_at desc);

create table credentials.look (
  jurisdiction_id text not null,
  id uuid not null,
  credential_id uuid not null,
  showing_id uuid,
  readers text[] not null,
  at timestamptz not null,
  state text not null,
  verifier text,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, credential_id) references credentials.credential (jurisdiction_id, id)
);
comment on table credentials.look is 'Each verification that came by the platform, for its holder to see; those made offline are nobody''s to know';
comment on column credentials.look.verifier is 'Who verified, in their own words; null where they said nothing';
create index look_of_credential on credentials.look (jurisdiction_id, credential_id, at desc);

create table credentials.face_check (
  jurisdiction_id text not null,
  id uuid not null,
  holder text not null,
  readers text[] not null,
  purpose text not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('passed', 'failed', 'timed-out', 'unavailable')),
  token bytea,
  attempt int not null,
  version int not null,
  primary key (jurisdiction_id, id)
);
comment on table credentials.face_check is 'What the face service answered; never the image';
comment on column credentials.face_check.token is 'SHA-256 of the service''s token for the check';
comment on column credentials.face_check.attempt is 'Which attempt of the day it was';
create index face_check_of_holder on credentials.face_check (jurisdiction_id, holder, asked_at desc);

do $$
declare one text;
begin
  foreach one in array array['credential', 'showing', 'look', 'face_check'] loop
    execute format('alter table credentials.%I enable row level security', one);
    execute format('create policy visible on credentials.%I to xianqu_app
      using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
      with check (jurisdiction_id = access.jurisdiction())', one);
  end loop;
end $$;
grant usage on schema credentials to xianqu_app;
grant select, insert, update on credentials.credential, credentials.showing, credentials.face_check to xianqu_app;
grant select, insert on credentials.look to xianqu_app;
