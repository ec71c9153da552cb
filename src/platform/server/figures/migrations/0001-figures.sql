create schema figures;
comment on schema figures is 'Indicators: rollups that projections keep from the record, and the things and events under them';

create table figures.thing (
  jurisdiction_id text not null,
  book text not null,
  stream text not null,
  kind text not null,
  version int not null check (version > 0),
  facts jsonb not null,
  readers text[],
  primary key (jurisdiction_id, book, stream)
);
comment on table figures.thing is 'What the record says of each thing that is counted, folded by version; derived, can be made anew';
comment on column figures.thing.book is 'The set of indicators that it is counted in, as projects.figures';
comment on column figures.thing.version is 'The last version folded: every one before it was, too';
comment on column figures.thing.readers is 'Those of its last entry; null is all of the government';
create index thing_kind on figures.thing (jurisdiction_id, book, kind);

create table figures.waiting (
  jurisdiction_id text not null,
  book text not null,
  stream text not null,
  version int not null,
  entry jsonb not null,
  primary key (jurisdiction_id, book, stream, version)
);
comment on table figures.waiting is 'Entries that came before one of an earlier version of their stream; folded when that has come';

create table figures.standing (
  jurisdiction_id text not null,
  book text not null,
  indicator text not null,
  cut text not null,
  key text[] not null,
  label text not null,
  readers text[],
  value bigint not null,
  primary key (jurisdiction_id, book, indicator, cut, key, label)
);
comment on table figures.standing is 'How much there is now, by indicator and cut';
comment on column figures.standing.cut is 'The facts that it is cut by, joined with a space; empty is the whole';
comment on column figures.standing.key is 'The values of those facts, in their order';
comment on column figures.standing.label is 'The readers joined with a comma: what is confidential is counted apart';
create index standing_top on figures.standing (jurisdiction_id, book, indicator, cut, value desc) where value > 0;

create table figures.bucket (
  jurisdiction_id text not null,
  book text not null,
  indicator text not null,
  cut text not null,
  grain text not null check (grain in ('day', 'month')),
  period date not null,
  key text[] not null,
  label text not null,
  readers text[],
  value bigint not null,
  primary key (jurisdiction_id, book, indicator, cut, grain, period, key, label)
);
comment on table figures.bucket is 'How much happened in a day or month; of a standing indicator, by how much it changed';
comment on column figures.bucket.period is 'The day, or the first of the month, in Asia/Shanghai';

create table figures.happening (
  jurisdiction_id text not null,
  book text not null,
  indicator text not null,
  position bigint not null,
  stream text not null,
  entry_id uuid not null,
  kind text not null,
  at timestamptz not null,
  facts jsonb not null,
  readers text[],
  primary key (jurisdiction_id, book, indicator, position)
);
comment on table figures.happening is 'The entries under an indicator of what happens, with the facts that they were counted by';
comment on column figures.happening.position is 'The entry''s place in the record';
create index happening_latest on figures.happening (jurisdiction_id, book, at desc);
create index happening_of on figures.happening (jurisdiction_id, book, indicator, at desc);

alter table figures.thing enable row level security;
create policy visible on figures.thing to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
alter table figures.waiting enable row level security;
create policy scope on figures.waiting to xianqu_app using (jurisdiction_id = access.jurisdiction());
alter table figures.standing enable row level security;
create policy visible on figures.standing to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
alter table figures.bucket enable row level security;
create policy visible on figures.bucket to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
alter table figures.happening enable row level security;
create policy visible on figures.happening to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
grant usage on schema figures to xianqu_app;
grant select, insert, update, delete on all tables in schema figures to xianqu_app;
