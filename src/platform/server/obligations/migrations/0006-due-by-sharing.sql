-- A sweep takes few shared clocks and many of those that are one obligation's alone.
drop index obligations.clock_due;
create index clock_due on obligations.clock (jurisdiction_id, shared, next_due_at) where next_due_at is not null;
