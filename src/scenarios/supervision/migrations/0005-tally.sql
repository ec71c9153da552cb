-- Rates are read from sums that are kept with the outcomes, and a trial from what people did, kept beside each; both are derived from the record.
create table supervision.tally (
  jurisdiction_id text not null,
  grain text not null check (grain in ('day', 'month')),
  period date not null,
  unit text not null,
  answered boolean not null,
  label text not null,
  readers text[],
  due int not null,
  in_time int not null,
  extended int not null,
  returned int not null,
  passed_up int not null,
  primary key (jurisdiction_id, grain, period, unit, answered, label)
);
comment on table supervision.tally is 'How many outcomes there are of each sort, by the day and the month in which they fell due and by unit; withdrawn ones are not counted';
comment on column supervision.tally.period is 'The day, or the first of the month, in Asia/Shanghai';
comment on column supervision.tally.answered is 'What is not due yet counts once it is answered';
comment on column supervision.tally.label is 'The readers joined with a comma: what is confidential is counted apart';
alter table supervision.tally enable row level security;
create policy visible on supervision.tally to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());
grant select, insert, update, delete on supervision.tally to xianqu_app;

alter table supervision.outcome add column ladder text not null default '', add column ladder_version text not null default '',
  add column acts jsonb not null default '{}';
comment on column supervision.outcome.acts is 'What people did, by version: [event, instant in ms, what the rules need of it]';

drop index supervision.outcome_opened;
drop index supervision.outcome_due;
create index outcome_due on supervision.outcome (jurisdiction_id, due_at, obligation_id) where withdrawn_at is null;
create index outcome_unit on supervision.outcome (jurisdiction_id, unit, due_at, obligation_id) where withdrawn_at is null;
create index outcome_extended on supervision.outcome (jurisdiction_id, due_at, obligation_id) where withdrawn_at is null and extended > 0;
create index outcome_returned on supervision.outcome (jurisdiction_id, due_at, obligation_id) where withdrawn_at is null and returned > 0;
create index outcome_passed_up on supervision.outcome (jurisdiction_id, due_at, obligation_id) where withdrawn_at is null and level > pardoned;
create index outcome_waiting on supervision.outcome (jurisdiction_id, due_at) where withdrawn_at is null and answered_at is null;
create index outcome_ladder on supervision.outcome (jurisdiction_id, ladder, obligation_id);
create index outcome_late on supervision.outcome (jurisdiction_id, ladder, obligation_id)
  where level > 0 or (answered_at is null and withdrawn_at is null);
