import { Readable } from 'node:stream'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { linkKinds } from '#platform/kernel/scheduling/index.ts'
import { type WrittenPlan, type WrittenTask, writeProjectXml } from '../../domain/mspdi/write-project-xml.ts'
import type { XmlReading } from './project-xml.ts'
import { readProjectXml } from './read-project-xml.ts'

const read = (bytes: Uint8Array | string, size = 65_536): Promise<XmlReading> => {
  const whole = Buffer.from(bytes)
  return readProjectXml(() =>
    Readable.from(
      (function* () {
        for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
      })(),
    ),
  )
}

const task = (uid: number, inside = '') =>
  `<Task><UID>${uid}</UID><Name>任务 ${uid}</Name><OutlineLevel>1</OutlineLevel><Start>2026-03-02T08:30:00</Start><Finish>2026-03-06T17:30:00</Finish>${inside}</Task>`
const project = (inside: string, declaration = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${declaration}<Project xmlns="http://schemas.microsoft.com/project"><Title>路</Title><Tasks>${inside}</Tasks></Project>`

async function planOf(bytes: Uint8Array | string, size?: number) {
  const reading = await read(bytes, size)
  if (reading.kind !== 'file') throw new Error(JSON.stringify(reading))
  return reading
}

describe('a Project XML file is read as a stream in a thread of its own', () => {
  it('in pieces of any size, with a prefix before its names or none', async () => {
    const text = project(task(1) + task(2))
    for (const size of [1, 7, 65_536]) expect((await planOf(text, size)).plan.nodes).toHaveLength(2)
    const prefixed = text.replace(/<(\/?)(?=[A-Z])/g, '<$1p:').replace('xmlns=', 'xmlns:p=')
    expect((await planOf(prefixed)).plan.nodes[0]).toMatchObject({ title: '任务 1', uid: 1 })
  })
  it.each([
    [
      'UTF-16 with its mark',
      (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
      'UTF-16',
      'utf-16le',
    ],
    [
      'UTF-16 of the other order',
      (text: string) => iconv.encode(text, 'utf-16be', { addBOM: true }),
      'UTF-16',
      'utf-16be',
    ],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le'), 'UTF-16', 'utf-16le'],
    ['GBK', (text: string) => iconv.encode(text, 'gbk'), 'GBK', 'gb18030'],
    ['GB 2312', (text: string) => iconv.encode(text, 'gb2312'), 'gb2312', 'gb18030'],
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\ufeff${text}`), 'UTF-8', 'utf-8'],
  ])('in %s', async (_what, encode, declared, encoding) => {
    const bytes = encode(project(task(1), `<?xml version="1.0" encoding="${declared}"?>`))
    const { head, plan } = await planOf(bytes)
    expect(head).toMatchObject({ title: '路', encoding })
    expect(plan.nodes[0]?.title).toBe('任务 1')
  })
  it('one in GBK that says UTF-8 is read, and it is said', async () => {
    const { plan } = await planOf(iconv.encode(project(task(1)), 'gbk'))
    expect(plan.nodes[0]?.title).toBe('任务 1')
    expect(plan.notes.map(({ code }) => code)).toContain('encoding-wrong')
  })
  it('every element that is not understood is listed by its path, with how often and how often filled', async () => {
    const { head } = await planOf(
      project(
        task(1, '<Cost>0</Cost><Nonsense><Deep>x</Deep></Nonsense>') +
          task(2, '<Cost>5</Cost><EarlyStart>x</EarlyStart>'),
      ),
    )
    expect(head.unread).toEqual([
      { path: 'Project/Tasks/Task/Cost', count: 2, filled: 1, derived: false },
      { path: 'Project/Tasks/Task/Nonsense', count: 1, filled: 0, derived: false },
      { path: 'Project/Tasks/Task/Nonsense/Deep', count: 1, filled: 1, derived: false },
      { path: 'Project/Tasks/Task/EarlyStart', count: 1, filled: 1, derived: true },
    ])
  })
})

describe('what cannot be read is refused with its reason', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${project('<Task><Name>&b;</Name></Task>', '')}`
  const outside = `<!DOCTYPE Project SYSTEM "file:///etc/passwd">${project('', '')}`
  it.each([
    ['entities that expand', bomb, 'entities'],
    ['a document type from outside', outside, 'entities'],
    ['an entity that is declared nowhere', project('<Task><Name>&xxe;</Name></Task>'), 'entities'],
    ['an end in the middle', project(task(1)).slice(0, -30), 'truncated'],
    ['an end inside a tag', project(task(1)).slice(0, -3), 'truncated'],
    ['tags that do not match', project('<Task></Tusk>'), 'malformed'],
    ['another root', '<html><body/></html>', 'not-a-project'],
    ['no XML at all', 'PK\u0003\u0004', 'malformed'],
    ['a text of a million characters', project(task(1, `<Notes>${'长'.repeat(1_000_000)}</Notes>`)), 'too-large'],
    ['elements inside elements without end', `<Project>${'<a>'.repeat(100)}`, 'too-large'],
    [
      'bytes of no encoding',
      Buffer.concat([Buffer.from(project('').slice(0, 60)), Buffer.from([0xff, 0xff, 0x80])]),
      'encoding',
    ],
    ['an encoding that nobody knows', project('', '<?xml version="1.0" encoding="martian"?>'), 'encoding'],
  ])('%s', async (_what, bytes, kind) => {
    expect((await read(bytes)).kind).toBe(kind)
  })
  it('an empty file', async () => expect((await read('')).kind).not.toBe('file'))
})

it('a hundred thousand tasks are read while the server goes on; one more is too many', async () => {
  const tasks = Array.from({ length: 100_000 }, (_, n) => task(n + 1)).join('')
  let turns = 0
  const pulse = setInterval(() => turns++, 10)
  const { plan } = await planOf(project(tasks))
  clearInterval(pulse)
  expect(plan.nodes).toHaveLength(100_000)
  expect(plan.notes).toMatchObject([{ code: 'too-many', problem: true, examples: ['100000'] }])
  expect(turns).toBeGreaterThan(50)
  expect((await read(project('<Task/>'.repeat(100_002)))).kind).toBe('too-large')
}, 120_000)

const base = Date.parse('2026-01-05T08:30:00+08:00')
const drawnTask = fc.record({
  up: fc.nat(3),
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) =>
    `甲${text}`
      .replace(/[\p{Cc}\p{Cs}<>]/gu, '')
      .normalize('NFC')
      .trim(),
  ),
  start: fc.nat(500),
  length: fc.nat(200),
  percent: fc.nat(100),
  notes: fc.constantFrom('', '注 & “释”', 'a < b'),
  deliverable: fc.constantFrom('', '报告 1 份'),
  links: fc.array(
    fc.record({ back: fc.nat(20), kind: fc.constantFrom(...linkKinds), lag: fc.integer({ min: -900, max: 900 }) }),
    { maxLength: 3 },
  ),
  baselines: fc.uniqueArray(fc.nat(10), { maxLength: 3 }),
})

/** Dates of a file are whole seconds. */
const wholeSecond = (instant: number) => Math.floor(instant / 1000) * 1000

function writtenTasks(drawn: readonly (typeof drawnTask extends fc.Arbitrary<infer T> ? T : never)[]): WrittenTask[] {
  const numbers: number[] = []
  const levels = drawn.map(({ up }, place) => {
    const level = place === 0 ? 1 : Math.max(1, Math.min(numbers.length + 1, numbers.length + 2 - up))
    numbers.length = Math.min(numbers.length, level)
    numbers[level - 1] = (numbers[level - 1] ?? 0) + 1
    return { level, code: numbers.join('.') }
  })
  const isLeaf = (place: number) => (levels[place + 1]?.level ?? 0) <= (levels[place]?.level ?? 0)
  return drawn.map((one, place) => {
    const { level = 1, code = '' } = levels[place] ?? {}
    const finish = base + one.start * 3_600_000
    const start = finish - Math.max(1, one.length * 60_000)
    const before = (back: number) => place - 1 - (back % Math.max(1, place))
    const links = one.links.flatMap(({ back, kind, lag }) =>
      place > 0 && isLeaf(place) && isLeaf(before(back)) ? [{ uid: before(back) + 1, kind, lagMinutes: lag }] : [],
    )
    return {
      ...{ uid: place + 1, code, level, summary: !isLeaf(place), name: one.name, start, finish, workingMinutes: 60 },
      ...{
        percent: one.percent,
        actualStart: one.percent > 0 ? wholeSecond(start) : null,
        actualFinish: null,
        notes: one.notes,
      },
      ...{ deliverable: one.deliverable, nature: '', organisation: '交通局' },
      links: [...new Map(links.map((link) => [`${link.uid} ${link.kind}`, link])).values()],
      baselines: one.baselines.sort((a, b) => a - b).map((number) => ({ number, start, finish, workingMinutes: 60 })),
    }
  })
}

it('a plan that is written and read again has the same tasks, outline, links, dates, percentages and baselines', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(drawnTask, { minLength: 1, maxLength: 12 }), async (drawn) => {
      const tasks = writtenTasks(drawn)
      const plan: WrittenPlan = {
        ...{ title: '通村公路', at: base, minutesPerDay: 450, hours: [[510, 720]], exceptions: [], tasks },
        ...{
          resources: [{ uid: 1, name: '张伟（交通局）', group: '交通局' }],
          assignments: [{ task: 1, resource: 1 }],
        },
      }
      const { head, plan: again } = await planOf(writeProjectXml(plan))
      expect(head).toMatchObject({ title: '通村公路', unread: expect.any(Array) })
      const milestone = (one: { start: number; finish: number }) => one.finish - one.start < 1000
      expect(
        again.nodes.map((node) => ({
          ...{ uid: node.uid, code: node.code, level: node.depth + 1, summary: !node.leaf, name: node.title },
          ...{ start: milestone(node) ? node.finish - 1 : node.start, finish: node.finish, percent: node.percent },
          ...{ actualStart: node.actualStart, notes: node.notes, deliverable: node.deliverable, unit: node.unit },
          links: node.links.map(({ uid, kind, lag }) => ({ uid, kind, lagMinutes: lag.amount })),
          baselines: node.baselines.map(({ number, finish }) => ({ number, finish })),
        })),
      ).toEqual(
        tasks.map((one) => ({
          ...{ uid: one.uid, code: one.code, level: one.level, summary: one.summary, name: one.name },
          ...{ start: one.start, finish: one.finish, percent: one.percent },
          ...{ actualStart: one.actualStart, notes: one.notes, deliverable: one.deliverable, unit: '交通局' },
          links: one.links,
          baselines: one.baselines.map(({ number, finish }) => ({ number, finish })),
        })),
      )
      expect(again.notes.filter(({ problem }) => problem)).toEqual([])
    }),
    { numRuns: 20 },
  )
}, 120_000)
