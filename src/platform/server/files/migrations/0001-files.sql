create schema files;
comment on schema files is 'What people bring as evidence; the bytes lie in the file store under their digest';

create table files.file (
  jurisdiction_id text not null,
  id uuid not null,
  digest bytea not null check (length(digest) = 32),
  bytes bigint not null check (bytes > 0),
  name text not null check (length(name) between 1 and 255),
  media_type text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  upload_key text not null,
  readers text[],
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, uploaded_by, upload_key)
);
comment on table files.file is 'One row an upload';
comment on column files.file.digest is 'SHA-256 of the bytes: their address in the file store';
comment on column files.file.upload_key is 'Idempotency-Key of the upload';
comment on column files.file.readers is 'Organisations that may read it: the uploader''s until it is attached, then those of the record; null is all of the government';

alter table files.file enable row level security;
create policy visible on files.file for select to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers));
create policy upload on files.file for insert to xianqu_app
  with check (jurisdiction_id = access.jurisdiction());
create policy attach on files.file for update to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
grant usage on schema files to xianqu_app;
grant select, insert on files.file to xianqu_app;
grant update (readers) on files.file to xianqu_app;
