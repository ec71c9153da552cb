alter table obligations.obligation add column paused_at timestamptz;
comment on column obligations.obligation.paused_at is 'Since when clock and ladder stand still';
