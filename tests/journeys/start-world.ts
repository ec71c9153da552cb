import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startIdentityProviders } from '#platform/testing/simulators/identity-providers.ts'
import { buildPagesOnce } from '../../tools/pages/build-pages-once.ts'
import { findChromium } from '../../tools/test/find-chromium.ts'
import { startPlatform } from '../startup/platform.ts'

/** The platform that journeys walk on one after the other, the browser they use, and who may sign in. */
export type World = {
  readonly url: string
  readonly chromium: string
  readonly passwords: Readonly<Record<string, string>>
  /** Where 浙政钉 and the platform of real names are played, and whom the first brings: a handle over there. */
  readonly provider: { readonly url: string; readonly handle: string }
}

declare module 'vitest' {
  interface ProvidedContext {
    worlds: readonly World[]
  }
}

/** Starts a world for each worker: what one journey does, none beside it meets. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const say = (line: string) => console.error(line)
  const chromium = process.env.XIANQU_TEST_CHROMIUM ?? (await findChromium(say))
  buildPagesOnce(say)
  const workers = Number(project.config.maxWorkers)
  const started = await Promise.all(Array.from({ length: workers }, () => startWorld(chromium)))
  project.provide(
    'worlds',
    started.map(({ world }) => world),
  )
  return async () => void (await Promise.all(started.map(({ end }) => end())))
}

/** Starts the demonstration county on a folder of its own. */
async function startWorld(chromium: string): Promise<{ readonly world: World; end(): Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'xianqu-journeys-'))
  const providers = await startIdentityProviders()
  const provider = { url: providers.url, handle: 'E2026' }
  await providers.become(provider.handle)
  await providers.ask()
  const port = await findFreePort()
  writeSingleSignOn(data, `http://127.0.0.1:${port}`, providers.url)
  const platform = await startPlatform({ data, env: { PORT: String(port) } })
  return {
    world: { url: platform.url, chromium, passwords: readPasswords(data), provider },
    end: async () => {
      await platform.interrupt()
      await providers.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** The passwords that the first start has made, by login. */
export function readPasswords(data: string): Record<string, string> {
  const accounts = JSON.parse(readFileSync(join(data, 'demo-accounts.json'), 'utf8')) as Record<
    string,
    { password: string }
  >
  return Object.fromEntries(Object.entries(accounts).map(([login, { password }]) => [login, password]))
}

/** A provider knows the address to come back to beforehand, so the platform must have one that is known before it starts. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function writeSingleSignOn(data: string, site: string, url: string): void {
  const account = { clientId: 'xianqu', clientSecret: 'secret', signInAddress: url, apiAddress: url }
  const provider = { id: 'zzd', kind: 'zhezhengding', name: '浙政钉', english: 'Zhezhengding', ...account }
  const realNames = {
    ...{ id: 'province', kind: 'oidc', door: 'residents', name: '政务服务网', english: 'the province', issuer: url },
    ...{ clientId: 'xianqu', clientSecret: 'secret', claims: { name: 'xm', number: 'sfzh' } },
  }
  const settings = JSON.stringify({ site, providers: [provider, realNames] })
  writeFileSync(join(data, 'single-sign-on.json'), settings, { mode: 0o600 })
}
