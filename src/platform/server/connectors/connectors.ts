import type { Clock } from '#platform/kernel/clock.ts'
import { type Gate, gate } from '#platform/server/gate/index.ts'
import { answered, type Breaker, closedBreaker, failed, letPass } from './domain/breaker.ts'
import { askHttp, sendHttp } from './http.ts'
import type { Place, PlaceOf } from './places.ts'
import type { Asking, Connector, Fault, Order, Question, Reply, Taking } from './question.ts'
import { isSql, openSqlDoor, type SqlDoor } from './sql-store.ts'

/** How a system has been answering this process. */
export type ConnectorHealth = {
  readonly state: Breaker['state']
  readonly lastAnswerAt: Date | undefined
  readonly lastFault: { readonly fault: Fault; readonly at: Date } | undefined
  readonly milliseconds: number | undefined
}

/** The ways to the departments' systems: what each process holds open, and how each of them has been answering. */
export type Connectors = {
  /** Puts a question; never throws for what the other side does. */
  ask(connector: Connector, question: Question): Promise<Reply>
  /** Sends an order; never throws for what the other side does. */
  send(connector: Connector, order: Order): Promise<Taking>
  healthOf(connector: string): ConnectorHealth
  close(): Promise<void>
}

type Held = {
  readonly pass: Gate
  breaker: Breaker
  health: Omit<ConnectorHealth, 'state'>
  sql?: { readonly door: SqlDoor; readonly address: string }
}

/** Opens the ways; nothing is connected before the first question. */
export function openConnectors(placeOf: PlaceOf, clock: Clock): Connectors {
  const all = new Map<string, Held>()
  const holdOf = (connector: Connector) => {
    const held = all.get(connector.id) ?? { pass: gate(connector.together), breaker: closedBreaker, health: untried }
    all.set(connector.id, held)
    return held
  }
  return {
    ask: (connector, question) =>
      ask({ connector, held: holdOf(connector), place: placeOf(connector.id), clock }, question),
    send: (connector, order) =>
      send({ connector, held: holdOf(connector), place: placeOf(connector.id), clock }, order),
    healthOf: (id) => {
      const held = all.get(id)
      return { state: 'closed', ...untried, ...held?.health, ...(held && { state: held.breaker.state }) }
    },
    close: async () => void (await Promise.all([...all.values()].map(({ sql }) => sql?.door.close()))),
  }
}

const untried = { lastAnswerAt: undefined, lastFault: undefined, milliseconds: undefined }

type Way = {
  readonly connector: Connector
  readonly held: Held
  readonly place: Place | undefined
  readonly clock: Clock
}

async function ask(way: Way, question: Question): Promise<Reply> {
  const { connector, held, place, clock } = way
  if ((place?.address ?? connector.address) === undefined) return { kind: 'fault', fault: 'no-address' }
  const passed = letPass(connector.breaker, held.breaker, clock.now().getTime())
  held.breaker = passed.breaker
  if (!passed.passes) return { kind: 'fault', fault: 'left-alone' }
  const began = performance.now()
  const signal = AbortSignal.timeout(question.withinMilliseconds)
  const reply = await held
    .pass(signal, () =>
      put({ ...way, place: place ?? {} }, question, signal, question.withinMilliseconds - (performance.now() - began)),
    )
    .catch((): Reply => ({ kind: 'fault', fault: 'timeout' }))
  note(way, reply, performance.now() - began)
  return reply
}

async function send(way: Way, order: Order): Promise<Taking> {
  const { connector, held, place, clock } = way
  if ((place?.address ?? connector.address) === undefined) return { kind: 'unavailable', reason: 'no-address' }
  const passed = letPass(connector.breaker, held.breaker, clock.now().getTime())
  held.breaker = passed.breaker
  if (!passed.passes) return { kind: 'unavailable', reason: 'left-alone' }
  const began = performance.now()
  const signal = AbortSignal.timeout(order.withinMilliseconds)
  const taking = await held
    .pass(signal, () => sendHttp(connector, place ?? {}, order, signal, () => clock.now()))
    .catch((): Taking => ({ kind: 'unavailable', reason: 'timeout' }))
  const failure = taking.kind === 'unavailable' && taking.reason !== 'unreadable' ? taking.reason : undefined
  note(
    way,
    failure === undefined ? { kind: 'unreadable', detail: '' } : { kind: 'fault', fault: failure },
    performance.now() - began,
  )
  return taking
}

function put(
  { connector, held, place, clock }: Way & { readonly place: Place },
  question: Question,
  signal: AbortSignal,
  left: number,
): Promise<Reply> {
  if (isSql(question)) return sqlDoor(held, connector, place).ask(question.asking.query, question.number, left)
  return askHttp(connector, place, question as Question & { asking: Extract<Asking, { kind: 'http' }> }, signal, () =>
    clock.now(),
  )
}

/** The door to a database, opened anew where the database has moved. */
function sqlDoor(held: Held, connector: Connector, place: Place): SqlDoor {
  const address = JSON.stringify(place)
  if (held.sql?.address !== address) {
    void held.sql?.door.close()
    held.sql = { door: openSqlDoor(connector, place), address }
  }
  return held.sql.door
}

function note({ connector, held, clock }: Way, reply: Reply, milliseconds: number): void {
  const now = clock.now()
  if (reply.kind === 'fault') {
    held.breaker = failed(connector.breaker, held.breaker, now.getTime())
    held.health = { ...held.health, lastFault: { fault: reply.fault, at: now } }
  } else {
    held.breaker = answered()
    held.health = { ...held.health, lastAnswerAt: now, milliseconds }
  }
}
