create index duty_acceptor on supervision.duty (jurisdiction_id, acceptor);
