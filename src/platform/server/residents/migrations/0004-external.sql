-- Residents whom a provider of real names brings (统一身份认证). One account over there is one resident, and one resident has one account there.
alter table residents.resident drop constraint resident_verified_by_check;
alter table residents.resident add constraint resident_verified_by_check check (verified_by in ('register', 'window', 'provider'));
comment on column residents.resident.verified_by is 'Against the household register, by an official who saw the identity card, or by a provider of real names';
alter table auth.resident_external add constraint resident_external_one unique (jurisdiction_id, provider, resident_id);
