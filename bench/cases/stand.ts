import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkDigitOf } from '#platform/kernel/personal/index.ts'
import { startEmbedded } from '#platform/server/database/embedded/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { type Client, openClient } from '#platform/testing/route-client.ts'
import { mattersCounty } from '#scenarios/matters/fixtures/county.ts'
import { testMatters } from '#scenarios/matters/fixtures/test-matters.ts'
import { scenario } from '#scenarios/matters/scenario.ts'

/** A county on a PostgreSQL of its own, with a clerk at the window, a clerk of a bureau, and a resident with a page. */
export type Stand = {
  readonly test: TestPlatform
  readonly folder: string
  readonly window: Client
  readonly clerk: Client
  readonly resident: Client & { readonly id: string }
  close(): Promise<void>
}

/** Opens it. */
export async function openStand(): Promise<Stand> {
  const folder = mkdtempSync(join(tmpdir(), 'xianqu-bench-cases-'))
  const postgres = await startEmbedded({ folder, log: () => undefined })
  process.env.XIANQU_TEST_DATABASE = postgres.ownerUrl
  const test = await testPlatform({
    ...{ scenarios: [scenario], county: { ...mattersCounty, ...testMatters() } },
    now: new Date('2026-03-02T10:00:00+08:00'),
  })
  return {
    ...{ test, folder, window: await test.as('window'), clerk: await test.as('minzheng') },
    resident: await enter(test),
    close: async () => {
      await test.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function enter(test: TestPlatform): Promise<Stand['resident']> {
  const phone = '13900000001'
  const asked = await test.nobody.call('POST', '/portal/codes', { phone })
  const code = /\d{6}/.exec(String(asked.body.shown))?.[0]
  const entered = await test.nobody.call('POST', '/portal/session', { phone, code })
  return { ...openClient(test.url, entered.cookie), id: entered.body.resident }
}

/** A request for the matter that asks nobody anything, of somebody who does not exist, by order. */
export function requestOf(order: number): string {
  const born = new Date(Date.UTC(1950, 0, 1 + Math.floor(order / 1000)))
  const seventeen = `331199${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(order % 1000).padStart(3, '0')}`
  const applicant = { kind: 'person', name: '吴甲', number: seventeen + checkDigitOf(seventeen) }
  return JSON.stringify({ matter: 'plain', applicant, form: { 'contact-phone': '13800000001' } })
}
