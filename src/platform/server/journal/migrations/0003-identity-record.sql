-- The record of accounts and powers is read newest first, among everything else that is recorded.
create index entry_of_identity on journal.entry (jurisdiction_id, id) where kind like 'identity.%';
