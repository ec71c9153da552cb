create index obligation_open on obligations.obligation (jurisdiction_id, due_at) where state in ('open', 'submitted');
create index obligation_person on obligations.obligation (jurisdiction_id, debtor_person) where state in ('open', 'submitted');
