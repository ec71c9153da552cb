create schema commands;
comment on schema commands is 'What makes a command idempotent: the answer that was given, by its key';

create table commands.receipt (
  jurisdiction_id text not null,
  person_id uuid not null,
  key text not null check (length(key) between 1 and 64),
  route text not null,
  input_digest bytea not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (jurisdiction_id, person_id, key)
);
comment on table commands.receipt is 'One row a command that took effect; a repeat of the key gets the same answer';
comment on column commands.receipt.person_id is 'Who gave the command; a key is one person''s';
comment on column commands.receipt.route is 'Method and path of the contract';
comment on column commands.receipt.input_digest is 'SHA-256 of the input: the same key with another input is refused';
comment on column commands.receipt.answer is 'What was answered';

alter table commands.receipt enable row level security;
create policy jurisdiction on commands.receipt to xianqu_app
  using (jurisdiction_id = access.jurisdiction()) with check (jurisdiction_id = access.jurisdiction());
grant usage on schema commands to xianqu_app;
grant select, insert on commands.receipt to xianqu_app;
