import type { Server } from 'node:http'
import type { Socket } from 'node:net'

const patienceMilliseconds = 30_000

/**
 * How a server is closed: requests under way finish, for half a minute at most. Connections from which no request ever came are
 * cut at once: browsers open such in advance, and Node, which does not count them as idle, would wait a minute for each.
 */
export function closerOf(host: { readonly server: Server; close(): Promise<unknown> }): () => Promise<void> {
  const unused = new Set<Socket>()
  let isClosing = false
  host.server.on('connection', (socket: Socket) => {
    if (isClosing) return void socket.destroy()
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  host.server.on('request', ({ socket }) => unused.delete(socket))
  return async () => {
    isClosing = true
    for (const socket of unused) socket.destroy()
    const impatience = setTimeout(() => host.server.closeAllConnections(), patienceMilliseconds)
    await host.close()
    clearTimeout(impatience)
  }
}
