-- Desks are read in the order of urgency, rung by rung and by deadline, a page at a time: what runs by its clock, what stands still by itself.
create index clock_order on obligations.clock (jurisdiction_id, level, due_at, id);
create index owed_standing on obligations.owed (jurisdiction_id, level, due_at, id)
  where clock_id is null and state in ('open', 'submitted');
drop index obligations.owed_clock;
create index owed_clock on obligations.owed (jurisdiction_id, clock_id, id) include (readers) where clock_id is not null;
-- Counting wants no order by deadline, and the order of urgency is not to be looked for there: the state stands before it.
drop index obligations.obligation_open;
create index owed_due on obligations.owed (jurisdiction_id, state, due_at) include (readers) where state in ('open', 'submitted');
-- Few of a kind, or of an urgency, are found without looking at all that is open.
create index owed_kind on obligations.owed (jurisdiction_id, kind) where state in ('open', 'submitted');
create index owed_ladder on obligations.owed (jurisdiction_id, ladder) where state in ('open', 'submitted');
-- Who holds a rung reads what reached it last.
drop index obligations.clock_late;
create index clock_late on obligations.clock (jurisdiction_id, holder_organisation, level_at, id) where level > 0;
drop index obligations.obligation_holder;
create index owed_late on obligations.owed (jurisdiction_id, holder_organisation, level_at, id)
  where level > 0 and clock_id is null and state in ('open', 'submitted');
