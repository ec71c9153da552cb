/** Common table expressions that write the entries of parameter `n` (a JSON array of rows) and their payloads. */
export function appendCtes(n: number): string {
  return `
    journal_new as materialized (
      select * from jsonb_to_recordset($${n}::jsonb) as e (
        jurisdiction_id text, id uuid, stream text, version int, kind text, at timestamptz, recorded_at timestamptz,
        actor_person uuid, actor_post text, actor_organisation text, actor_system text, rule text, rule_version text,
        payload_digest bytea, readers text[], salt bytea, body jsonb)
    ), journal_entry as (
      insert into journal.entry (jurisdiction_id, id, stream, version, kind, at, recorded_at, actor_person, actor_post,
        actor_organisation, actor_system, rule, rule_version, payload_digest, readers)
      select jurisdiction_id, id, stream, version, kind, at, recorded_at, actor_person, actor_post,
        actor_organisation, actor_system, rule, rule_version, payload_digest, readers
      from journal_new
    ), journal_payload as (
      insert into journal.payload (jurisdiction_id, entry_id, salt, body, readers)
      select jurisdiction_id, id, salt, body, readers from journal_new
    )`
}
