alter table auth.credential add column demonstrated_at timestamptz;
comment on column auth.credential.demonstrated_at is 'Of an invented person: when a demonstration recorded that they sign in on the phone; nobody gets in by it';
