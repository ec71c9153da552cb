-- Who the government is: organisations, posts and people. Powers belong to posts; a person has them by an appointment, for as
-- long as it lasts. Nothing here is deleted: what ends gets valid_to. `origin` tells the pack's rows from those that the
-- county's own administrators have made or taken over, which a pack no longer touches.
create schema identity;
comment on schema identity is 'Jurisdictions, organisations, posts, people and the powers of posts';

create table identity.jurisdiction (
  jurisdiction_id text not null primary key check (jurisdiction_id ~ '^\d{6}$'),
  name text not null,
  short_name text not null,
  english_name text not null,
  lies_in text[] not null,
  timezone text not null,
  demo boolean not null,
  names jsonb not null,
  sign_in jsonb not null,
  sign_in_tightened jsonb not null default '{}',
  valid_from timestamptz not null,
  valid_to timestamptz
);
comment on table identity.jurisdiction is 'A county, district or city';
comment on column identity.jurisdiction.jurisdiction_id is 'Six-digit division code (GB/T 2260)';
comment on column identity.jurisdiction.names is 'What this county calls things: its hub, its supervision section';
comment on column identity.jurisdiction.sign_in is 'Sign-in settings of the pack, level 3 or stricter';
comment on column identity.jurisdiction.sign_in_tightened is 'What the security administrator has made stricter since';

create table identity.division (
  jurisdiction_id text not null,
  code text not null,
  name text not null,
  level text not null check (level in ('town', 'village', 'community')),
  parent_code text not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (jurisdiction_id, code)
);
comment on table identity.division is 'Towns, villages and communities by statistical code; abolished ones keep their row';

create table identity.organisation (
  jurisdiction_id text not null,
  id text not null,
  parent_id text,
  path text[] not null check (path[cardinality(path)] = id),
  kind text not null,
  name text not null,
  short_name text not null,
  division_code text,
  place int not null,
  origin text not null check (origin in ('pack', 'local')),
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, parent_id) references identity.organisation (jurisdiction_id, id)
);
comment on table identity.organisation is 'Party and government organs, towns, villages, institutions, firms of the county';
comment on column identity.organisation.path is 'Ids from the root down to the organisation itself';
comment on column identity.organisation.place is 'Its place in lists, as the county orders its organs';
create index organisation_below on identity.organisation (jurisdiction_id, parent_id, place);

create table identity.post (
  jurisdiction_id text not null,
  id text not null,
  organisation_id text not null,
  template text not null,
  title text not null,
  english text not null,
  seats int not null check (seats > 0),
  roles text[] not null,
  administrator text check (administrator in ('system', 'security', 'audit')),
  place int not null,
  origin text not null check (origin in ('pack', 'local')),
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, organisation_id) references identity.organisation (jurisdiction_id, id)
);
comment on table identity.post is 'What people are appointed to';
comment on column identity.post.template is 'Its kind across organisations: director, clerk';
comment on column identity.post.administrator is 'Set on the posts of the three administrators (三员)';
create index post_of_organisation on identity.post (jurisdiction_id, organisation_id, place);

create table identity.permission (
  jurisdiction_id text not null,
  post_id text not null,
  permission text not null,
  scope text not null check (scope in ('own', 'unit', 'subtree', 'jurisdiction')),
  primary key (jurisdiction_id, post_id, permission),
  foreign key (jurisdiction_id, post_id) references identity.post (jurisdiction_id, id)
);
comment on table identity.permission is 'What a post allows, and how far';

create table identity.person (
  jurisdiction_id text not null,
  id uuid not null,
  login text not null,
  name text not null,
  phone text,
  synthetic boolean not null,
  origin text not null check (origin in ('pack', 'local')),
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (jurisdiction_id, id),
  constraint person_login unique (jurisdiction_id, login)
);
comment on table identity.person is 'The staff of the county''s government';
comment on column identity.person.login is 'What the person signs in with; the password lies in the schema auth';
comment on column identity.person.synthetic is 'True for invented people of a demonstration';

create table identity.appointment (
  jurisdiction_id text not null,
  id uuid not null,
  person_id uuid not null,
  post_id text not null,
  kind text not null check (kind in ('holder', 'delegate')),
  for_person_id uuid,
  reason text,
  origin text not null check (origin in ('pack', 'local')),
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to >= valid_from),
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, person_id) references identity.person (jurisdiction_id, id),
  foreign key (jurisdiction_id, post_id) references identity.post (jurisdiction_id, id),
  foreign key (jurisdiction_id, for_person_id) references identity.person (jurisdiction_id, id),
  constraint appointment_delegate
    check ((kind = 'delegate') = (for_person_id is not null and reason is not null) and (kind = 'holder' or valid_to is not null))
);
comment on table identity.appointment is 'Who holds which post from when to when; a delegate holds it for somebody on leave';
comment on column identity.appointment.valid_to is 'The instant from which it no longer counts; a delegation always has one, and ends by it alone';
create index appointment_of_person on identity.appointment (jurisdiction_id, person_id, valid_from);
create index appointment_of_post on identity.appointment (jurisdiction_id, post_id, valid_from);

alter table identity.jurisdiction enable row level security;
alter table identity.division enable row level security;
alter table identity.organisation enable row level security;
alter table identity.post enable row level security;
alter table identity.permission enable row level security;
alter table identity.person enable row level security;
alter table identity.appointment enable row level security;

create policy jurisdiction_scope on identity.jurisdiction to xianqu_app using (jurisdiction_id = access.jurisdiction());
create policy division_scope on identity.division to xianqu_app using (jurisdiction_id = access.jurisdiction());
create policy organisation_scope on identity.organisation to xianqu_app using (jurisdiction_id = access.jurisdiction());
create policy post_scope on identity.post to xianqu_app using (jurisdiction_id = access.jurisdiction());
create policy permission_scope on identity.permission to xianqu_app using (jurisdiction_id = access.jurisdiction());
create policy person_scope on identity.person to xianqu_app using (jurisdiction_id = access.jurisdiction());
create policy appointment_scope on identity.appointment to xianqu_app using (jurisdiction_id = access.jurisdiction());

grant usage on schema identity to xianqu_app;
grant select, insert, update on all tables in schema identity to xianqu_app;
grant delete on identity.permission to xianqu_app;
