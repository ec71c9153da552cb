create index node_red on plans.node (jurisdiction_id, organisation, deadline)
  where leaf and lamp = 'red' and state <> 'done';
comment on index plans.node_red is 'The longest late node of a unit, for boards and the cockpit';
