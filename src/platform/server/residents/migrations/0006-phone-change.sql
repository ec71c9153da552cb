-- A phone is changed at a window: whoever stands there tells the code that came to the new one.
alter table auth.resident_code drop constraint resident_code_purpose_check;
alter table auth.resident_code add constraint resident_code_purpose_check check (purpose in ('sign-in', 'mandate', 'phone-change'));
