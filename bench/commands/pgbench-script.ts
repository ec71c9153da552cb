/**
 * What one report does to PostgreSQL, in pgbench's words: the same transaction, settings, reads and writes, row security
 * on. Only the sealing, which is behind ours, is not in it.
 */
export const writesScript = `\\set n random(1, :nodes)
begin;
set local xianqu.jurisdiction = '331199';
set local xianqu.reach = 'listed';
set local xianqu.organisations = '{"jiaotong"}';
select answer from commands.receipt where jurisdiction_id = '331199' and person_id = '00000000-0000-0000-0000-000000000000' and key = 'k';
select n.id as node, n.version as version from plans.node n join plans.plan p on p.jurisdiction_id = n.jurisdiction_id and p.id = n.plan_id where n.jurisdiction_id = '331199' and n.id = (select id from public.bench_node where n = :n) \\gset
update plans.node set progress = 1, changed_at = now(), next_due_at = now(), version = version + 1 where jurisdiction_id = '331199' and id = :node;
insert into journal.entry (jurisdiction_id, id, stream, version, kind, at, recorded_at, actor_person, actor_post, actor_organisation, payload_digest) values ('331199', gen_random_uuid(), 'bench/' || gen_random_uuid(), 1, 'plans.node.reported', now(), now(), '00000000-0000-0000-0000-000000000000', 'jiaotong.clerk', 'jiaotong', sha256('x'));
insert into journal.payload (jurisdiction_id, entry_id, salt, body) values ('331199', gen_random_uuid(), '\\x00112233445566778899aabbccddeeff', '{"from": 1, "to": 1, "note": "完成当日工作量，无异常", "evidence": []}');
insert into commands.receipt (jurisdiction_id, person_id, key, route, input_digest, answer, at) values ('331199', '00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'POST /nodes/{node}/reports', sha256('x'), '{"node": "x", "lamp": "green", "entry": "x", "version": 1}', now());
commit;
`
