-- Numbers are looked for by how they begin, compared byte by byte.
alter table casework.case_file alter column number type text collate "C";
create index case_taken_number on casework.case_file (jurisdiction_id, taken_by, number) where taken_by is not null;
