import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { keepEmbedded } from '#platform/server/database/embedded/index.ts'

/**
 * The owner's URL of a PostgreSQL for tests. Under `npm test` it is the one that the run started; when vitest is called
 * directly it is one that lies in the machine's folder for temporary files, is started when needed and stays running.
 */
export async function ensureTestServer(): Promise<string> {
  const given = process.env.XIANQU_TEST_DATABASE
  if (given) return given
  const folder = join(tmpdir(), `xianqu-test-pg-${userInfo().uid}`)
  const { ownerUrl } = await keepEmbedded({ folder, durable: false, connections: 300 })
  return ownerUrl
}
