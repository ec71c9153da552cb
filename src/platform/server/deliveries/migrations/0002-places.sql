-- Notices have places, 65,536 a position of the record.
comment on column deliveries.cursor.position is 'Up to which place notices have been made messages';
update deliveries.cursor set position = position * 65536;
update deliveries.item set position = position * 65536;
update deliveries.message set key = split_part(key, '.', 1)::bigint * 65536 || '.' || split_part(key, '.', 2) where key ~ '^[0-9]{1,12}[.][0-9]+$';
