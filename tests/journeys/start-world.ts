import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../../tools/test/find-chromium.ts'
import { startPlatform } from '../startup/platform.ts'

/** The one platform that all journeys walk on, the browser they use, and who may sign in. */
export type World = {
  readonly url: string
  readonly chromium: string
  readonly passwords: Readonly<Record<string, string>>
}

declare module 'vitest' {
  interface ProvidedContext {
    world: World
  }
}

/** Starts the demonstration county on a folder of its own, for all journeys together. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'xianqu-journeys-'))
  const chromium = process.env.XIANQU_TEST_CHROMIUM ?? (await findChromium((line) => console.error(line)))
  const platform = await startPlatform({ data })
  project.provide('world', { url: platform.url, chromium, passwords: readPasswords(data) })
  return async () => {
    await platform.interrupt()
    rmSync(data, { recursive: true, force: true })
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
