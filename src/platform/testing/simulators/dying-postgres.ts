import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

const message = (type: string, body: Buffer) => {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
/** Welcome, ready, and gone: as a PostgreSQL says whose postmaster was killed in that moment. */
const lastWords = Buffer.concat([
  message('R', Buffer.alloc(4)),
  message('Z', Buffer.from('I')),
  message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0')),
])

/** A PostgreSQL that ends each connection in the very packet that opens it. */
export async function startDyingPostgres(): Promise<{ readonly port: number; stop(): void }> {
  const dying = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(lastWords))
  }).listen(0, '127.0.0.1')
  await once(dying, 'listening')
  return { port: (dying.address() as AddressInfo).port, stop: () => void dying.close() }
}

/** What broke out of `work` past everybody who waits for it: such an error ends a process. */
export async function uncaughtIn(work: () => Promise<unknown>): Promise<readonly unknown[]> {
  const lost: unknown[] = []
  const note = (error: unknown) => lost.push(error)
  process.on('uncaughtException', note)
  await work().finally(() => process.off('uncaughtException', note))
  return lost
}
