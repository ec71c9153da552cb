-- The record. What is written here stays: the application may insert entries and read them, nothing else. The payload lies
-- beside its entry, because a law may order it erased; the entry keeps its salted hash, and the proof holds without it.
create schema journal;
comment on schema journal is 'The append-only record of everything that was decided, sealed by a Merkle tree (RFC 9162)';

create table journal.entry (
  jurisdiction_id text not null,
  id uuid not null,
  transaction xid8 not null default pg_current_xact_id(),
  stream text not null,
  version int not null check (version > 0),
  kind text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor_person uuid,
  actor_post text,
  actor_organisation text,
  actor_system text,
  rule text,
  rule_version text,
  payload_digest bytea not null check (octet_length(payload_digest) = 32),
  readers text[],
  primary key (jurisdiction_id, id),
  constraint entry_stream_version unique (jurisdiction_id, stream, version),
  constraint entry_actor check ((actor_person is null) <> (actor_system is null)),
  constraint entry_rule check ((rule is null) = (rule_version is null))
);
comment on table journal.entry is 'What was decided, by whom, on which rule. Inserted, never updated, never deleted';
comment on column journal.entry.id is 'UUID of version 7, made by the code';
comment on column journal.entry.transaction is 'The transaction that wrote it; the sealer orders by it. Not under the proof: a restore changes it';
comment on column journal.entry.stream is 'The thing whose story this is, as projects.node/0192…';
comment on column journal.entry.version is 'Its place in the story, from 1; two writers who saw the same version collide here';
comment on column journal.entry.kind is 'What happened, as projects.node.reported';
comment on column journal.entry.at is 'When it took effect';
comment on column journal.entry.recorded_at is 'When it was written down';
comment on column journal.entry.actor_system is 'What acted where no person did: the sweep, an import, a device';
comment on column journal.entry.rule is 'The rule that decided; null where none did';
comment on column journal.entry.payload_digest is 'SHA-256 of the salt and the canonical payload';
comment on column journal.entry.readers is 'Organisations that may read it; null is open to the jurisdiction''s government';

create index entry_sealing on journal.entry (jurisdiction_id, transaction, id);
create index entry_of_person on journal.entry (jurisdiction_id, actor_person, id) where actor_person is not null;

-- No foreign key to the entry: one statement writes both rows, and checking the key would lock each entry just written.
create table journal.payload (
  jurisdiction_id text not null,
  entry_id uuid not null,
  salt bytea not null check (octet_length(salt) = 16),
  body jsonb not null,
  readers text[],
  primary key (jurisdiction_id, entry_id)
);
comment on table journal.payload is 'The facts of an entry. Deleted only by journal.erase, which asks for an entry that orders it';
comment on column journal.payload.salt is 'Keeps an erased payload from being guessed by its hash';

create table journal.leaf (
  jurisdiction_id text not null,
  position bigint not null check (position >= 0),
  entry_id uuid not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (jurisdiction_id, position),
  constraint leaf_entry unique (jurisdiction_id, entry_id)
);
comment on table journal.leaf is 'Sealed entries by position, dense from 0';
comment on column journal.leaf.hash is 'SHA-256 of 0x00 and the canonical header of the entry (RFC 8785)';

create table journal.subtree (
  jurisdiction_id text not null,
  level smallint not null check (level > 0 and level % 8 = 0),
  index bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (jurisdiction_id, level, index)
);
comment on table journal.subtree is 'Roots of complete subtrees of 2^8, 2^16, … leaves, so that a proof rehashes a few hundred at most';

create table journal.head (
  jurisdiction_id text not null,
  size bigint not null check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  at timestamptz not null,
  key_id text not null,
  signature bytea not null,
  primary key (jurisdiction_id, size)
);
comment on table journal.head is 'Signed heads of the tree: each fixes every entry before it';

create table journal.tree (
  jurisdiction_id text not null primary key,
  size bigint not null,
  frontier bytea not null,
  cursor_transaction xid8 not null,
  cursor_id uuid not null,
  cluster text not null
);
comment on table journal.tree is 'Where the sealer stands';
comment on column journal.tree.frontier is 'Roots of the complete subtrees from left to right, 32 bytes each';
comment on column journal.tree.cursor_transaction is 'Entries up to (transaction, id) have a leaf';
comment on column journal.tree.cluster is 'The PostgreSQL cluster whose transaction numbers the cursor speaks of';

create table journal.projection (
  jurisdiction_id text not null,
  name text not null,
  version int not null,
  position bigint not null check (position >= 0),
  primary key (jurisdiction_id, name)
);
comment on table journal.projection is 'How far each projection has read';
comment on column journal.projection.version is 'The version of its code; another version starts anew from 0';
comment on column journal.projection.position is 'The first position that it has not handled';

create function journal.erase(jurisdiction text, order_id uuid) returns bigint
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
    with ordered as (
      select (jsonb_array_elements_text(p.body -> 'entries'))::uuid as entry_id
      from journal.entry e join journal.payload p on p.jurisdiction_id = e.jurisdiction_id and p.entry_id = e.id
      where e.jurisdiction_id = jurisdiction and e.id = order_id and e.kind = 'journal.payloads.erased'
        and e.jurisdiction_id = access.jurisdiction()
    ), erased as (
      delete from journal.payload p using ordered o
      where p.jurisdiction_id = jurisdiction and p.entry_id = o.entry_id and p.entry_id <> order_id
      returning 1
    )
    select count(*) from erased
  $$;
comment on function journal.erase(text, uuid) is 'Deletes the payloads that an entry of kind journal.payloads.erased lists; there is no other way';
revoke execute on function journal.erase(text, uuid) from public;

alter table journal.entry enable row level security;
alter table journal.payload enable row level security;
alter table journal.leaf enable row level security;
alter table journal.subtree enable row level security;
alter table journal.head enable row level security;
alter table journal.tree enable row level security;
alter table journal.projection enable row level security;

create policy entry_read on journal.entry for select to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers));
create policy entry_append on journal.entry for insert to xianqu_app
  with check (jurisdiction_id = access.jurisdiction());
create policy payload_read on journal.payload for select to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers));
create policy payload_append on journal.payload for insert to xianqu_app
  with check (jurisdiction_id = access.jurisdiction());
create policy leaf_scope on journal.leaf to xianqu_app using (jurisdiction_id = access.jurisdiction());
create policy subtree_scope on journal.subtree to xianqu_app using (jurisdiction_id = access.jurisdiction());
create policy head_scope on journal.head to xianqu_app using (jurisdiction_id = access.jurisdiction());
create policy tree_scope on journal.tree to xianqu_app using (jurisdiction_id = access.jurisdiction());
create policy projection_scope on journal.projection to xianqu_app using (jurisdiction_id = access.jurisdiction());

grant usage on schema journal to xianqu_app;
grant select on all tables in schema journal to xianqu_app;
grant insert (jurisdiction_id, id, stream, version, kind, at, recorded_at, actor_person, actor_post, actor_organisation,
  actor_system, rule, rule_version, payload_digest, readers) on journal.entry to xianqu_app;
grant insert on journal.payload, journal.leaf, journal.subtree, journal.head, journal.tree, journal.projection to xianqu_app;
grant update on journal.tree, journal.projection to xianqu_app;
grant execute on function journal.erase(text, uuid) to xianqu_app;
