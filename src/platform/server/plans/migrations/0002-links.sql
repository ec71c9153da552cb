alter table plans.node add column links jsonb not null default '[]';
comment on column plans.node.links is 'How it hangs on its predecessors: [{node, kind FS|SS|FF|SF, lag in working milliseconds}]';
comment on column plans.node.predecessors is 'The nodes of its links, for searching: leaves of the same plan';
comment on column plans.node.waits_on is 'How many of its links still keep it from starting; only FS and SS do';
comment on column plans.node.ready_at is 'When the plan ran and the last of its links let it start: may lie ahead, by a lag';
update plans.node n set links = (
  select coalesce(jsonb_agg(jsonb_build_object('node', p, 'kind', 'FS', 'lag', 0) order by i), '[]')
  from unnest(n.predecessors) with ordinality as u(p, i));

alter table plans.plan drop constraint plan_state_check;
alter table plans.plan add constraint plan_state_check
  check (state in ('draft', 'proposed', 'running', 'paused', 'closed', 'archived'));
