import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { PlaceOf } from '#platform/server/connectors/index.ts'
import { startBeside } from '#platform/server/process/index.ts'
import type { DepartmentsReady, DepartmentsTask } from './departments-task.ts'
import type { Payment } from './desk/bank.ts'
import type { Believed } from './desk/http-desk.ts'
import type { Order } from './desk/orders.ts'

/** Simulated departments in a process of their own, with databases of their own, which hold what they hold of invented people. */
export type Departments = {
  /** Where each of them stands, and what it must be shown. */
  readonly placeOf: PlaceOf
  /** The same as `connectors-secrets.json` has it. */
  readonly places: Readonly<Record<string, NonNullable<ReturnType<PlaceOf>>>>
  /** Tells one what to do instead of answering as it should, over the control port. */
  order(order: Order): Promise<void>
  /** Lets all that were told something else answer well again. */
  mend(): Promise<void>
  /** What they have been asked over HTTP. */
  asked(): Promise<readonly { readonly connector: string; readonly dataset: string; readonly id: string }[]>
  /** The payments that the bank has taken. */
  payments(): Promise<readonly Payment[]>
  stop(): Promise<void>
}

/** Starts the departments; they end with this process. `tell` hears what one of them cannot do here. */
export async function startDepartments(
  task: Omit<DepartmentsTask, 'believed'>,
  tell: (line: string) => void = () => undefined,
): Promise<Departments> {
  const believed: Believed = Object.fromEntries(task.connectors.map(({ id }) => [id, newSecrets()]))
  const { ready, stop } = await startBeside<DepartmentsReady>(join(import.meta.dirname, 'departments.process.ts'), {
    task: { ...task, believed } satisfies DepartmentsTask,
    hear: tell,
  })
  const control = `http://127.0.0.1:${ready.control}/`
  const places = placesOf(task, believed, ready)
  const misled = new Set<string>()
  const tellDesk = async (order: Order) => {
    const answer = await fetch(control, { method: 'POST', body: JSON.stringify(order) })
    if (!answer.ok) throw new Error(await answer.text())
  }
  return {
    places,
    placeOf: (connector) => places[connector],
    order: (order) => {
      misled.add(order.connector)
      return tellDesk(order)
    },
    mend: async () => {
      await Promise.all([...misled].map((connector) => tellDesk({ connector, behave: 'well' })))
      misled.clear()
    },
    asked: async () => (await fetch(control)).json() as Promise<[]>,
    payments: async () => (await fetch(`${control}payments`)).json() as Promise<[]>,
    stop,
  }
}

function newSecrets() {
  const random = () => randomBytes(24).toString('base64url')
  return { token: random(), key: 'xianqu', secret: random() }
}

function placesOf(task: Omit<DepartmentsTask, 'believed'>, believed: Believed, { http, sql }: DepartmentsReady) {
  return Object.fromEntries(
    task.connectors.flatMap(({ id, kind }) => {
      if (kind === 'http') return [[id, { address: `http://127.0.0.1:${http}/${id}`, ...believed[id] }]]
      return sql === undefined ? [] : [[id, sql]]
    }),
  )
}
