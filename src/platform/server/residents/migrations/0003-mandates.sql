-- 代办: whom a resident lets act for them. A mandate names a person, never a place anybody may take: another resident, or an official in one
-- post. It ends by itself, or at once when either of the two withdraws it; consent of the resident is always on record.
create table residents.mandate (
  jurisdiction_id text not null,
  id uuid not null,
  version int not null check (version > 0),
  resident_id uuid not null,
  helper_kind text not null check (helper_kind in ('resident', 'official')),
  helper_id uuid not null,
  helper_post text,
  helper_name text not null,
  resident_name text not null,
  matters text[],
  consent text not null check (consent in ('session', 'code', 'form')),
  consent_file uuid,
  given_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > given_at),
  withdrawn_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, resident_id) references residents.resident (jurisdiction_id, id),
  check ((helper_kind = 'official') = (helper_post is not null)),
  check ((consent = 'form') = (consent_file is not null)),
  check (helper_kind = 'official' or helper_id <> resident_id)
);
comment on table residents.mandate is 'Who may do matters for a resident, which, and until when';
comment on column residents.mandate.helper_post is 'The post of an official: in no other post, and not after it, the mandate counts';
comment on column residents.mandate.matters is 'Ids of matters; null is all';
comment on column residents.mandate.consent is 'From the resident''s own session, by a code sent to their phone, or on a signed form at a window';
create index mandate_of_resident on residents.mandate (jurisdiction_id, resident_id, given_at desc);
create index mandate_of_helper on residents.mandate (jurisdiction_id, helper_id, given_at desc);

alter table residents.mandate enable row level security;
create policy concerned on residents.mandate to xianqu_app using (
  jurisdiction_id = access.jurisdiction() and (
    access.is_staff() or 'resident-' || resident_id = any(access.organisations())
    or (helper_kind = 'resident' and 'resident-' || helper_id = any(access.organisations()))));
grant select, insert on residents.mandate to xianqu_app;
grant update (version, withdrawn_at) on residents.mandate to xianqu_app;
