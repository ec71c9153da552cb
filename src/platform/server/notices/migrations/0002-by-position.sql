create index notice_position on notices.notice (jurisdiction_id, position);
