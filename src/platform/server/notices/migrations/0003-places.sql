-- An entry may tell of many things at once; each notice then has a place of its own: 65,536 places a position of the record.
comment on column notices.notice.position is 'Place of what it comes from: the entry''s position in the sealed record times 65536, and which of the things that it tells of';
update notices.reader set read_before = (read_before + 1) * 65536 - 1;
update notices.receipt set position = position * 65536;
-- Audiences are names, compared byte by byte.
alter table notices.notice alter column audience type text collate "C";
