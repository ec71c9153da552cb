-- What leaves the platform. A message is made of one notice or, where a person has them gathered, of several; it waits, is leased for
-- an attempt by moving its due_at past the lease, and ends as sent or dead. Nothing here says where a person is reached.
create schema deliveries;
comment on schema deliveries is 'Notices on their way out of the platform: webhooks, chat robots, mail, SMS';

create table deliveries.cursor (
  jurisdiction_id text not null primary key,
  position bigint not null
);
comment on table deliveries.cursor is 'Up to which position of the record notices have been made messages; what was told before the first look stays inside';

create table deliveries.message (
  jurisdiction_id text not null,
  id uuid not null,
  channel text not null,
  recipient text not null,
  key text not null,
  state text not null check (state in ('waiting', 'sent', 'dead')),
  due_at timestamptz not null,
  attempts int not null default 0,
  reason text,
  created_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 0,
  primary key (jurisdiction_id, id),
  constraint message_once unique (jurisdiction_id, channel, recipient, key)
);
comment on table deliveries.message is 'One message to one receiver; its id goes with every attempt, so that the receiver can tell a repeat';
comment on column deliveries.message.recipient is 'A person''s id; empty where a channel shows it to whoever reads there';
comment on column deliveries.message.key is 'The notice''s place in the record, or the instant at which gathered ones leave: made once however often it is tried';
comment on column deliveries.message.due_at is 'When it is to be tried next; during an attempt, when the attempt is given up as lost';
comment on column deliveries.message.reason is 'Why the last attempt failed: a status or a kind of fault, never what the receiver wrote';
create index message_due on deliveries.message (jurisdiction_id, channel, due_at) where state = 'waiting';
create index message_dead on deliveries.message (jurisdiction_id, ended_at desc) where state = 'dead';
create index message_of_recipient on deliveries.message (jurisdiction_id, recipient, channel, created_at) where recipient <> '';

create table deliveries.item (
  jurisdiction_id text not null,
  message_id uuid not null,
  position bigint not null,
  ordinal smallint not null,
  kind text not null,
  zh text not null,
  en text not null,
  link text not null,
  at timestamptz not null,
  primary key (jurisdiction_id, message_id, position, ordinal),
  foreign key (jurisdiction_id, message_id) references deliveries.message (jurisdiction_id, id)
);
comment on table deliveries.item is 'The notices of a message, as they may be read outside';

create table deliveries.preference (
  jurisdiction_id text not null,
  person_id uuid not null,
  channel text not null,
  mode text not null check (mode in ('at-once', 'digest', 'off')),
  address text,
  primary key (jurisdiction_id, person_id, channel)
);
comment on table deliveries.preference is 'How a person wants a channel, where they have chosen';
comment on column deliveries.preference.address is 'Where mail reaches them; the phone of SMS is that of the directory';

alter table deliveries.cursor enable row level security;
alter table deliveries.message enable row level security;
alter table deliveries.item enable row level security;
alter table deliveries.preference enable row level security;
create policy own on deliveries.cursor to xianqu_app using (jurisdiction_id = access.jurisdiction());
create policy own on deliveries.message to xianqu_app using (jurisdiction_id = access.jurisdiction());
create policy own on deliveries.item to xianqu_app using (jurisdiction_id = access.jurisdiction());
create policy own on deliveries.preference to xianqu_app using (jurisdiction_id = access.jurisdiction());
grant usage on schema deliveries to xianqu_app;
grant select, insert, update on deliveries.cursor, deliveries.message, deliveries.preference to xianqu_app;
grant select, insert on deliveries.item to xianqu_app;
