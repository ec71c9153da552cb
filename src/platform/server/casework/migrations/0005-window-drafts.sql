-- A clerk at a window has drafts too: what stands in one is somebody else's, so it is gone by itself.
alter table casework.draft add column until timestamptz;
create index draft_until on casework.draft (jurisdiction_id, until) where until is not null;
comment on table casework.draft is 'A form that is not submitted yet, one for each matter of a resident or of a clerk at a window; the only rows that are deleted';
comment on column casework.draft.resident_id is 'Whose it is, and nobody else reads it: the resident, or the clerk who typed it';
comment on column casework.draft.until is 'When it is gone by itself: what was typed at a window';
