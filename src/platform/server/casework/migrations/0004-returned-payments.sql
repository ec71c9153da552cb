-- A payment that the bank gave back (银行退回) waits for another account, and goes out to it under a number of its own.
alter table casework.outcome drop constraint outcome_state_check;
alter table casework.outcome add constraint outcome_state_check check (state in ('ordered', 'done', 'failed', 'returned'));
alter table casework.outcome
  add column payment int not null default 1 check (payment > 0),
  add column sealed bytea,
  add column obligation_id uuid,
  add column version int not null default 0 check (version >= 0);
update casework.outcome set version = 1 where state = 'done';
comment on column casework.outcome.payment is 'Under which number the money goes out: the first, or one that replaces what the bank gave back';
comment on column casework.outcome.sealed is 'The account that was given in place of the one of the form';
comment on column casework.outcome.obligation_id is 'What the authority owes while the money lies at the bank';
comment on column casework.outcome.version is 'Entries in the story of this outcome';
