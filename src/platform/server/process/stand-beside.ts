import type { AddressInfo, Server } from 'node:net'

/** What a process beside another does. */
export type Standing<Task, Order> = {
  /** Begins with the task that it was given; gives what its starter is to know of it. */
  open(task: Task): Promise<object>
  /** Takes an order of its starter. */
  take?(order: Order): void
  /** Lets go of what it holds. */
  close?(): Promise<void>
}

type Asked<Task, Order> = { readonly task: Task } | { readonly order: Order; readonly number: number }

/** Makes this process one that stands beside the one that started it (`startBeside`). Ctrl-C reaches both; it ends when its starter does. */
export function standBeside<Task = unknown, Order = never>({ open, take, close }: Standing<Task, Order>): void {
  process.on('message', async (asked: Asked<Task, Order>) => {
    if ('task' in asked) return process.send?.({ ready: await open(asked.task) })
    take?.(asked.order)
    process.send?.({ taken: asked.number })
  })
  process.on('SIGINT', () => undefined)
  process.once('disconnect', () => void Promise.resolve(close?.()).finally(() => process.exit()))
}

/** Tells the starter something. */
export function tellStarter(told: unknown): void {
  process.send?.({ told })
}

/** Lets a server listen on this machine alone; gives its port. */
export async function listenHere(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
