-- 企业: a resident whom the register of enterprises names as the legal representative acts for the enterprise, and may let other residents
-- act for it (经办人). What the register said is kept with its instant, for it counts for hours alone.
create table residents.representation (
  jurisdiction_id text not null,
  id uuid not null,
  version int not null check (version > 0),
  resident_id uuid not null,
  code text not null check (code ~ '^[0-9A-Z]{18}$'),
  name text not null,
  began_at timestamptz not null,
  confirmed_at timestamptz not null,
  ended_at timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, resident_id) references residents.resident (jurisdiction_id, id)
);
comment on table residents.representation is 'Which resident is the legal representative of which enterprise, as the register of enterprises said';
comment on column residents.representation.code is 'Unified social credit code, which is public';
comment on column residents.representation.confirmed_at is 'When the register last said so';
create unique index representation_open on residents.representation (jurisdiction_id, code) where ended_at is null;
create index representation_of on residents.representation (jurisdiction_id, resident_id) where ended_at is null;
alter table residents.representation enable row level security;
create policy own on residents.representation to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and (access.is_staff() or 'resident-' || resident_id = any(access.organisations())));
grant select, insert, update on residents.representation to xianqu_app;

alter table residents.mandate add column representation_id uuid;
alter table residents.mandate add column enterprise_name text;
alter table residents.mandate add constraint mandate_of_enterprise check ((representation_id is null) = (enterprise_name is null));
alter table residents.mandate add constraint mandate_representation
  foreign key (jurisdiction_id, representation_id) references residents.representation (jurisdiction_id, id);
comment on column residents.mandate.representation_id is 'Where it lets act for an enterprise: the representation under which it was given, and with which it ends';
create index mandate_of_representation on residents.mandate (jurisdiction_id, representation_id) where representation_id is not null;
