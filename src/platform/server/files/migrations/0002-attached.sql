-- To what a file was attached: a helper's right to a file that they brought to somebody else's case ends with the mandate.
alter table files.file add column attached_to text;
comment on column files.file.attached_to is 'Stream of the record that it was attached to; null until then, or where nobody''s right to it can end';
grant update (attached_to) on files.file to xianqu_app;
