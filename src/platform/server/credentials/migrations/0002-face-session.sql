alter table credentials.face_check add column session text;
comment on column credentials.face_check.session is 'What the face service calls the check, to ask it by; taken away when the check has ended';
create index face_check_passed on credentials.face_check (jurisdiction_id, holder, ended_at desc) where outcome = 'passed';
