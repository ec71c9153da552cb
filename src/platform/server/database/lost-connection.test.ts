import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { openDatabase } from './database.ts'

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

let dying: Server
beforeAll(async () => {
  dying = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(lastWords))
  }).listen(0, '127.0.0.1')
  await once(dying, 'listening')
})
afterAll(() => dying.close())

it('a connection that ends in the packet that opens it fails its transaction, not the process', async () => {
  const { port } = dying.address() as AddressInfo
  const database = openDatabase({ url: `postgresql://x:x@127.0.0.1:${port}/x` })
  const lost: unknown[] = []
  const note = (error: unknown) => lost.push(error)
  process.on('uncaughtException', note)
  await expect(database.asSystem('331199' as JurisdictionId, (tx) => tx.query('select 1'))).rejects.toThrow()
  process.off('uncaughtException', note)
  expect(lost).toEqual([])
  await database.close()
})
