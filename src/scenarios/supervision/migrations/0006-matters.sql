-- Matters are listed a page at a time, newest first: those of an opener, or all for the offices.
drop index supervision.matter_opener;
create index matter_opener on supervision.matter (jurisdiction_id, opener_organisation, opened_at, id);
create index matter_opened on supervision.matter (jurisdiction_id, opened_at, id);
