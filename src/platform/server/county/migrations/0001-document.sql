-- What a county has set as data besides its people: ladders, lamp rules, the calendar. A version is never edited in place.
create schema county;
comment on schema county is 'Documents of the county pack as they are in force';

create table county.document (
  jurisdiction_id text not null,
  kind text not null check (kind in ('calendar', 'ladder', 'lamp-rule')),
  id text not null,
  body jsonb not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (jurisdiction_id, kind, id)
);
comment on table county.document is 'One document of the pack';
comment on column county.document.id is 'Its id with its version, as standard@1';

alter table county.document enable row level security;
create policy document_scope on county.document to xianqu_app using (jurisdiction_id = access.jurisdiction());
grant usage on schema county to xianqu_app;
grant select, insert, update on county.document to xianqu_app;
