create index message_sent on deliveries.message (jurisdiction_id, ended_at) where state = 'sent';
