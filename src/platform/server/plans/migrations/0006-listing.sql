create index node_trouble on plans.node (jurisdiction_id, plan_id, lamp) where leaf and state <> 'done' and lamp in ('red', 'yellow');
comment on index plans.node_trouble is 'Most urgent plans first, without a look at all their nodes';
create index node_end on plans.node (jurisdiction_id, plan_id, deadline) where leaf;
comment on index plans.node_end is 'When a plan ends';
