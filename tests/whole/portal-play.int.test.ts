import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Departments, inventCounty } from '#platform/server/departments/index.ts'
import { demonstrationOf } from '#platform/server/platform/index.ts'
import type { Demonstration } from '#platform/server/scenario/index.ts'
import { hubPeople, startHubDepartments } from '#platform/testing/hub-county.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { ensureTestServer } from '#platform/testing/server.ts'
import { scenario as dataHub } from '#scenarios/data-hub/scenario.ts'
import { mattersCounty } from '#scenarios/matters/fixtures/county.ts'
import { scenario as matters } from '#scenarios/matters/scenario.ts'
import { scenario as portal } from '#scenarios/portal/scenario.ts'

const people = { ...hubPeople, households: 240 }
const { tables } = inventCounty(people)
const [firm] = tables.get('enterprises-of-person') ?? []
const neighbour = tables.get('household-registration')?.find((row) => row['household-relation'] === '妻')
const closing = `ask: company-closing, enterprise: ${firm?.['credit-code']}, form: { application-reason: 不再经营, contact-phone: '13905780011' }`
const script = `people:
  boss: { name: ${firm?.['legal-representative']}, number: '${firm?.['legal-representative-number']}', phone: '13905780011' }
  agent: { name: ${neighbour?.name}, number: '${neighbour?.['identity-number']}', phone: '13905780012' }
story:
  - { on: -9, at: '08:30', by: agent, comes: in }
  - { on: -9, at: '09:00', by: boss, confirm: enterprises }
  - { on: -9, at: '09:10', by: boss, let: agent, as: mandate, matters: [company-closing], days: 90, enterprise: ${firm?.['credit-code']} }
  - { on: -8, at: '09:00', by: agent, confirm: enterprises }
  - { on: -8, at: '09:10', by: agent, as: closing, ${closing} }
  - { on: -7, at: '10:00', by: minzheng, try: closing, to: view }
  - { on: -7, at: '11:00', by: renshe, work: closing, step: insurance, do: ask-correction, words: 职工安置方案 }
  - { on: -7, at: '19:50', by: agent, confirm: enterprises }
  - { on: -7, at: '20:00', by: agent, correct: closing, step: insurance, words: 已补, paper: 方案.png }
  - { on: -6, at: '20:00', by: boss, dispute: state, dataset: enterprises-of-person, field: enterprise-state, words: 登记状态有误 }
  - { on: -5, at: '20:00', by: boss, end: mandate }
  - { on: 0, at: '20:00', by: boss, confirm: enterprises }
`

/** Departments may take their time: here nothing is told of those that do not answer. */
const patient = Object.fromEntries(
  Object.entries(mattersCounty).map(([file, text]) => [
    file,
    text.replaceAll('withinMilliseconds: 700', 'withinMilliseconds: 20000'),
  ]),
)

let world: TestPlatform
let departments: Departments
let folder: string

beforeAll(async () => {
  const name = `department_${randomBytes(4).toString('hex')}`
  departments = await startHubDepartments({ ownerUrl: await ensureTestServer(), name }, people)
  const [now, placeOf] = [new Date('2026-03-02T10:00:00+08:00'), departments.placeOf]
  world = await testPlatform({ scenarios: [dataHub, matters, portal], county: patient, placeOf, now })
  folder = mkdtempSync(join(tmpdir(), 'xianqu-portal-'))
  mkdirSync(join(folder, 'portal'))
  writeFileSync(join(folder, 'portal', 'story.yaml'), script)
})
afterAll(async () => {
  await departments?.stop()
  await world?.close()
  if (folder) rmSync(folder, { recursive: true })
})

const counted = [
  `casework.case_file where applicant_kind = 'enterprise'`,
  `journal.entry where kind like 'casework.%'`,
  'residents.resident where valid_to is null and verified_by is not null',
  'residents.mandate where withdrawn_at is not null',
  'refused_access.attempt',
  `data_hub.dispute where state = 'open'`,
  'files.file where attached_to is not null',
]

/** How many of each there are. */
async function count(): Promise<readonly number[]> {
  const rows = await Promise.all(
    counted.map((what) => world.database.asOwner<{ many: number }>(`select count(*)::int as many from ${what}`)),
  )
  return rows.map(([row]) => row?.many ?? 0)
}

test('what residents did is played once through the door and the routes that they use, and goes on where it was cut short', async () => {
  const { platform } = world
  const demo = demonstrationOf(platform, folder)
  const play = (which: Demonstration) => portal.playDemo?.(platform.services, which)
  for (const last of ['minzheng', 'renshe']) {
    const cut = {
      ...demo,
      actorOf: async (login: string) => (login === last ? Promise.reject(new Error('cut short')) : demo.actorOf(login)),
    }
    await expect(play(cut)).rejects.toThrow('cut short')
  }
  await play(demo)
  const played = await count()
  expect(played).toEqual([1, played[1], 2, 1, 1, 1, 1])
  await play(demo)
  expect(await count()).toEqual(played)
  const [first] = await world.database.asOwner<{ at: Date }>('select min(submitted_at) as at from casework.case_file')
  expect(first?.at).toEqual(new Date('2026-02-12T09:10:00+08:00'))
})
