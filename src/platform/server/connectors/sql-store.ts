import { Pool } from 'pg'
import type { Place } from './places.ts'
import type { Connector, Question, Reply } from './question.ts'

const recordsAtMost = 100
/** Classes of SQLSTATE of a question that will not be understood tomorrow either: a column or table that is gone, a type that changed. */
const misunderstood = /^(42|22)/

/** A pool of its own on somebody else's database: it reads, and gives up when the time is over. */
export type SqlDoor = {
  ask(query: string, number: string, withinMilliseconds: number): Promise<Reply>
  close(): Promise<void>
}

/** Opens the door to a database. Values come as text, to be read by the dictionary of fields. */
export function openSqlDoor(connector: Connector, place: Place): SqlDoor {
  const address = new URL(place.address ?? connector.address ?? 'postgres://')
  const pool = new Pool({
    ...placeIn(address),
    ...{ user: place.user, password: place.password, application_name: 'xianqu' },
    ...{ max: Math.min(connector.together, 8), idleTimeoutMillis: 10_000, connectionTimeoutMillis: 5000 },
    types: { getTypeParser: () => (text: string) => text },
  })
  pool.on('error', () => undefined) // an idle connection that died is replaced at the next question
  // somebody else's PostgreSQL may end a connection in the very packet that opens it, before anybody who asked for it can listen
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return {
    ask: (query, number, withinMilliseconds) => ask(pool, query, number, withinMilliseconds),
    close: () => pool.end(),
  }
}

/** Host, port and database of an address; a socket's folder stands behind it as `?host=/folder&port=5432`. */
function placeIn({ hostname, port, pathname, searchParams }: URL) {
  return {
    host: searchParams.get('host') ?? hostname,
    port: Number(searchParams.get('port') ?? (port || 5432)),
    database: pathname.slice(1),
  }
}

async function ask(pool: Pool, query: string, number: string, withinMilliseconds: number): Promise<Reply> {
  const limit = Math.max(1, Math.round(withinMilliseconds))
  const client = await pool.connect().catch(() => undefined)
  if (client === undefined) return { kind: 'fault', fault: 'unreachable' }
  let broken: Error | undefined
  const watch = (error: Error) => {
    broken = error
  }
  client.on('error', watch)
  try {
    await client.query(
      `begin read only; set local statement_timeout = ${limit}; set local idle_in_transaction_session_timeout = ${limit}`,
    )
    const { rows } = await client.query(`select * from (${query}) asked limit ${recordsAtMost}`, [number])
    await client.query('commit')
    return { kind: 'records', records: rows, asOf: undefined }
  } catch (error) {
    await client.query('rollback').catch(watch)
    return replyTo(error as { code?: string; message: string })
  } finally {
    client.off('error', watch)
    client.release(broken)
  }
}

function replyTo({ code, message }: { readonly code?: string; readonly message: string }): Reply {
  if (code === '57014') return { kind: 'fault', fault: 'timeout' }
  if (code === '42501') return { kind: 'fault', fault: 'refused' }
  if (code !== undefined && misunderstood.test(code)) return { kind: 'unreadable', detail: message.slice(0, 200) }
  return { kind: 'fault', fault: 'unreachable' }
}

/** Whether a question is one for a database. */
export function isSql(question: Question): question is Question & { readonly asking: { kind: 'sql'; query: string } } {
  return question.asking.kind === 'sql'
}
