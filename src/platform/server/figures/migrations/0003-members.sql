-- One entry may tell of many things: each counts.
alter table figures.happening drop constraint happening_pkey;
alter table figures.happening add primary key (jurisdiction_id, book, indicator, position, stream);
