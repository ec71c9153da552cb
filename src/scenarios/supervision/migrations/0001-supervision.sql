create schema supervision;
comment on schema supervision is 'What is given to units by hand: matters, the duty of each unit, what units ask about them; what is derived for rates and lists';

create table supervision.matter (
  jurisdiction_id text not null,
  id uuid not null,
  title text not null,
  content text not null,
  source text not null check (source in ('meeting', 'instruction')),
  source_title text not null,
  urgency text not null,
  complainant text,
  lead_organisation text not null,
  opener_organisation text not null,
  opener_person uuid not null,
  opener_post text not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  duty_rule text not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  version int not null check (version > 0),
  primary key (jurisdiction_id, id)
);
comment on table supervision.matter is 'One row a matter opened by hand, from a meeting or an instruction; never deleted';
comment on column supervision.matter.urgency is 'The ladder of its duties: standard or urgent';
comment on column supervision.matter.complainant is 'Who complained; never in the record, masked for levels whose ladder says so';
comment on column supervision.matter.duty_rule is 'The rule that it was opened under, as duties@1';
create index matter_opener on supervision.matter (jurisdiction_id, opener_organisation, opened_at desc);

create table supervision.duty (
  jurisdiction_id text not null,
  id uuid not null,
  matter_id uuid not null,
  obligation_id uuid not null,
  part text not null check (part in ('lead', 'part')),
  acceptor text not null,
  acknowledge_by timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  unacknowledged_at timestamptz,
  reminders smallint not null default 0,
  reminded_at timestamptz,
  extensions smallint not null default 0,
  version int not null check (version > 0),
  primary key (jurisdiction_id, id)
);
comment on table supervision.duty is 'One row a unit that a matter is given to; deadline, rung and debtor are those of its obligation';
comment on column supervision.duty.part is 'lead sums the others up; part co-operates';
comment on column supervision.duty.acceptor is 'Who takes the answer: the opener that of the lead, the lead that of the others';
comment on column supervision.duty.unacknowledged_at is 'The instant at which its time to acknowledge ran out';
create index duty_matter on supervision.duty (jurisdiction_id, matter_id);
create unique index duty_obligation on supervision.duty (jurisdiction_id, obligation_id);
create index duty_unacknowledged on supervision.duty (jurisdiction_id, acknowledge_by)
  where acknowledged_at is null and unacknowledged_at is null;

create table supervision.request (
  jurisdiction_id text not null,
  id uuid not null,
  duty_id uuid not null,
  obligation_id uuid not null,
  kind text not null check (kind in ('extension', 'dispute', 'appeal')),
  reason text not null,
  until timestamptz,
  level smallint,
  decider text not null,
  asked_organisation text not null,
  asked_person uuid not null,
  asked_post text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('open', 'granted', 'refused', 'withdrawn')),
  answer text,
  decided_at timestamptz,
  version int not null check (version > 0),
  primary key (jurisdiction_id, id)
);
comment on table supervision.request is 'What a unit asks about its duty: more time, another unit, or that a passing be looked at again; its answer is owed by the decider';
comment on column supervision.request.until is 'The deadline wanted, of an extension';
comment on column supervision.request.level is 'The rung whose passing is contested, of an appeal';
create index request_duty on supervision.request (jurisdiction_id, duty_id);
create unique index request_open on supervision.request (jurisdiction_id, duty_id, kind) where state = 'open';

create table supervision.look (
  jurisdiction_id text not null,
  obligation_id uuid not null,
  person_id uuid not null,
  post_id text not null,
  day date not null,
  first_at timestamptz not null,
  primary key (jurisdiction_id, obligation_id, person_id, post_id, day)
);
comment on table supervision.look is 'Who opened the facts of an obligation in the discipline inbox, once a day and post; shown to the debtor';

create table supervision.listed_day (
  jurisdiction_id text not null,
  day date not null,
  primary key (jurisdiction_id, day)
);
comment on table supervision.listed_day is 'Days whose lists are all told';

create table supervision.day_list (
  jurisdiction_id text not null,
  day date not null,
  person_id uuid not null,
  primary key (jurisdiction_id, day, person_id)
);
comment on table supervision.day_list is 'Who has had the list of a day';

create table supervision.outcome (
  jurisdiction_id text not null,
  obligation_id uuid not null,
  kind text not null,
  subject text not null,
  title text not null,
  unit text not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  told_version int not null,
  submitted_at timestamptz,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  extended int not null default 0,
  returned int not null default 0,
  level int not null default 0,
  pardoned int not null default 0,
  readers text[],
  primary key (jurisdiction_id, obligation_id)
);
comment on table supervision.outcome is 'How each obligation of any kind went, derived from the record; for rates and trials of other ladders';
comment on column supervision.outcome.told_version is 'The version of the last entry that told unit and deadline';
comment on column supervision.outcome.level is 'Highest rung that it ever reached';
comment on column supervision.outcome.pardoned is 'Passings that an appeal has taken out of the count';
create index outcome_due on supervision.outcome (jurisdiction_id, due_at, unit);
create index outcome_opened on supervision.outcome (jurisdiction_id, opened_at);

do $$
declare one text;
begin
  foreach one in array array['matter', 'duty', 'request', 'look', 'listed_day', 'day_list'] loop
    execute format('alter table supervision.%I enable row level security', one);
    execute format('create policy visible on supervision.%I to xianqu_app using (jurisdiction_id = access.jurisdiction())
      with check (jurisdiction_id = access.jurisdiction())', one);
  end loop;
end $$;
alter table supervision.outcome enable row level security;
create policy visible on supervision.outcome to xianqu_app
  using (jurisdiction_id = access.jurisdiction() and access.may_read(readers))
  with check (jurisdiction_id = access.jurisdiction());

grant usage on schema supervision to xianqu_app;
grant select, insert, update on supervision.matter, supervision.duty, supervision.request to xianqu_app;
grant select, insert on supervision.look, supervision.listed_day, supervision.day_list to xianqu_app;
grant select, insert, update, delete on supervision.outcome to xianqu_app;
