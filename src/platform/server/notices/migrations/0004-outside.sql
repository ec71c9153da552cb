-- Something confidential may have words that say little enough to leave the platform, as a message to a resident's phone does.
alter table notices.notice add column outside_zh text, add column outside_en text;
comment on column notices.notice.outside_zh is 'What may be told outside of something that is confidential; without it a receiver hears only that something waits';
comment on column notices.notice.audience is 'person:<id>, post:<id>, resident:<id>, or unit:<id> for everybody in the unit and below it';
