import { describe, expect, it } from 'vitest'
import { stateCouncil, workCalendar } from '#platform/kernel/working-time/index.ts'
import { compareCalendars } from './calendar-differences.ts'
import { fileLag } from './file-lag.ts'
import { fileNotes } from './file-note.ts'
import { parseDuration, parseFileDate, parseTime, writeDuration, writeFileDate } from './file-value.ts'
import { matchOwners } from './match-owners.ts'
import { planOfFile } from './plan-of-file.ts'
import type { FileCalendar, FileLink, FileTask, ProjectFile } from './project-file.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)

function task(uid: number, level = 1, more: Partial<FileTask> = {}): FileTask {
  return {
    ...{ uid, name: `任务 ${uid}`, level, start: at('2026-03-02T08:00:00'), finish: at('2026-03-06T17:00:00') },
    ...{ duration: 2400, milestone: false, percent: 0, actualStart: null, actualFinish: null, wbs: '', notes: '' },
    ...{ constraint: 0, constraintDate: null, deadline: null, calendar: -1, inactive: false, external: false },
    ...{ links: [], baselines: [], fields: {} },
    ...more,
  }
}

function file(tasks: readonly FileTask[], more: Partial<ProjectFile> = {}): ProjectFile {
  return {
    ...{ title: '路', encoding: 'utf-8', saveVersion: '14', start: null, minutesPerDay: 480, calendar: 1, tasks },
    ...{ resources: [], assignments: [], calendars: [], unread: [], badDates: [] },
    ...more,
  }
}

const link = (uid: number, more: Partial<FileLink> = {}): FileLink => ({
  ...{ uid, kind: 'FS', lag: { unit: 'working', amount: 0 }, cross: false },
  ...more,
})
const codes = (plan: ReturnType<typeof planOfFile>) => plan.notes.map(({ code }) => code)
const quiet = new Set(['owner-none'])
const told = (plan: ReturnType<typeof planOfFile>) => codes(plan).filter((code) => !quiet.has(code))

describe('a file read as a plan', () => {
  it('is outlined by its levels, without the task that is the project itself', () => {
    const { nodes } = planOfFile(file([task(0, 0), task(1), task(2, 2), task(3, 2), task(4, 1), task(5, 2)]))
    expect(nodes.map(({ code, parent, leaf }) => [code, parent, leaf])).toEqual([
      ['1', null, false],
      ['1.1', 1, true],
      ['1.2', 1, true],
      ['2', null, false],
      ['2.1', 4, true],
    ])
  })
  it('keeps dates to the second; a milestone lasts a millisecond', () => {
    const moment = at('2026-03-06T17:00:01')
    const plan = planOfFile(file([task(1, 1, { start: moment, finish: moment, milestone: true }), task(2)]))
    expect(plan.nodes[0]).toMatchObject({ start: moment - 1, finish: moment, nature: '里程碑' })
    expect(plan.nodes[1]).toMatchObject({ start: at('2026-03-02T08:00:00'), finish: at('2026-03-06T17:00:00') })
    expect(told(plan)).toEqual([])
  })
  it.each<[string, Partial<FileTask>, string]>([
    ['a level that is skipped', { level: 4 }, 'level-mended'],
    ['no name', { name: '' }, 'name-mended'],
    ['angle brackets in its name', { name: '<b>' }, 'name-mended'],
    ['no finish', { finish: null }, 'dates-missing'],
    ['a finish before its start', { finish: at('2026-02-02T08:00:00') }, 'dates-turned'],
    ['a constraint', { constraint: 2, constraintDate: 0 }, 'constraint'],
    ['a deadline of its own', { deadline: 0 }, 'deadline'],
    ['a code of its own', { wbs: 'A-7' }, 'wbs'],
    ['a calendar of its own', { calendar: 7 }, 'calendar-own'],
    ['a field that we do not know', { fields: { Text9: 'x' } }, 'field-unused'],
    ['a percentage', { percent: 40 }, 'percent-kept'],
    ['a baseline', { baselines: [{ number: 10, start: 0, finish: 1 }] }, 'baseline-kept'],
    ['a link to another project', { links: [link(1, { cross: true })] }, 'link-cross-project'],
    ['a link to nobody', { links: [link(99)] }, 'link-unknown'],
    ['a lag on the clock', { links: [link(1, { lag: { unit: 'elapsed', amount: 60 } })] }, 'lag-elapsed'],
    ['a lag of per cent', { links: [link(1, { lag: { unit: 'percent', amount: 50 } })] }, 'lag-percent'],
    ['an end to its activity', { inactive: true }, 'task-inactive'],
  ])('a task with %s is taken, and what was changed or lost is told with its place', (_what, more, code) => {
    const plan = planOfFile(file([task(1), task(2, 1, more)]))
    expect(told(plan)).toEqual([code])
    expect(plan.nodes).toHaveLength(2)
    expect(plan.notes.every(({ problem }) => !problem)).toBe(true)
  })
  it('a link of a summary task leads from the last tasks below it to the first ones', () => {
    const tasks = [
      task(1),
      task(2, 2),
      task(3, 2, { links: [link(2)] }),
      task(4, 1, { links: [link(1)] }),
      task(5, 2),
      task(6, 2),
    ]
    const { nodes, ...plan } = planOfFile(file([...tasks]))
    expect(nodes.filter(({ leaf }) => leaf).map(({ uid, links }) => [uid, links.map((one) => one.uid)])).toEqual([
      [2, []],
      [3, [2]],
      [5, [3]],
      [6, [3]],
    ])
    expect(plan.notes.map(({ code }) => code)).toEqual(['link-of-summary'])
  })
  it('links that run in a circle stand in the way, told by their path', () => {
    const plan = planOfFile(file([task(1, 1, { links: [link(2)] }), task(2, 1, { links: [link(1)] })]))
    const [note] = plan.notes
    expect(note).toMatchObject({ code: 'link-cycle', problem: true })
    expect(note?.examples[0]).toMatch(/任务 1 → 2 任务 2 → 1 任务 1|任务 2 → 1 任务 1 → 2 任务 2/)
  })
  it('a task inside a summary that it links to loses the link, not its place', () => {
    expect(told(planOfFile(file([task(1), task(2, 2, { links: [link(1)] })])))).toEqual(['link-inside'])
  })
  it('a file without tasks, or with one UID twice, stands in its own way', () => {
    expect(planOfFile(file([task(0, 0)])).notes).toMatchObject([{ code: 'no-tasks', problem: true }])
    expect(planOfFile(file([task(1), task(1)])).notes).toMatchObject([{ code: 'uid-twice', problem: true }])
  })
  it('more tasks than one project holds are read, told, and not taken', () => {
    const many = Array.from({ length: 20_001 }, (_, n) => task(n + 1))
    expect(planOfFile(file(many)).notes).toMatchObject([{ code: 'too-many', problem: true }])
    expect(planOfFile(file(many.slice(1))).notes).toEqual([])
  })
  it('tasks go by their own WBS codes where all have one, and are told where they do not', () => {
    const codesOf = (...wbs: string[]) =>
      planOfFile(file(wbs.map((code, n) => task(n + 1, 1, { wbs: code })))).nodes.map(({ code }) => code)
    expect(codesOf('甲-1', '甲-2')).toEqual(['甲-1', '甲-2'])
    expect(codesOf('甲', '甲')).toEqual(['1', '2'])
    expect(codesOf('A 1', 'B')).toEqual(['1', '2'])
  })
  it('our own fields come back by the headings that officials use for them', () => {
    const fields = { 完成标志: '报告 1 份', 工作性质: '审批', 责任单位: '交通局' }
    const plan = planOfFile(file([task(1, 1, { fields })]))
    expect(plan.nodes[0]).toMatchObject({ deliverable: '报告 1 份', nature: '审批', unit: '交通局' })
    expect(told(plan)).toEqual([])
  })
  it('the resource with the largest share is responsible; the others and what does not work are told', () => {
    const plan = planOfFile(
      file([task(1)], {
        resources: [
          { uid: 1, name: '张伟', kind: 1, group: '' },
          { uid: 2, name: '李娜', kind: 1, group: '' },
          { uid: 3, name: '水泥', kind: 0, group: '' },
        ],
        assignments: [
          { task: 1, resource: 1, units: 0.5 },
          { task: 1, resource: 2, units: 1 },
          { task: 1, resource: 3, units: 1 },
        ],
      }),
    )
    expect(plan.nodes[0]?.resource).toBe(2)
    expect(plan.owners).toEqual([{ uid: 2, name: '李娜', group: '', tasks: 1 }])
    expect(codes(plan)).toEqual(['owner-several', 'resource-not-work'])
  })
  it('every note is told in both languages with the same figures', () => {
    for (const { zh, en } of Object.values(fileNotes))
      expect(new Set(en.match(/\{\w+\}/g))).toEqual(new Set(zh.match(/\{\w+\}/g)))
  })
})

describe('who a resource is', () => {
  const directory = {
    units: [
      { id: 'jiaotong', names: ['测试县交通运输局', '交通局'] },
      { id: 'shuili', names: ['水利局'] },
    ],
    people: [
      { id: 'p1', name: '张伟', login: 'zhangwei', unit: 'jiaotong' },
      { id: 'p2', name: '李娜', login: 'lina1', unit: 'jiaotong' },
      { id: 'p3', name: '李娜', login: 'lina2', unit: 'shuili' },
    ],
  }
  it.each([
    ['交通局', '', 'unit', 'jiaotong', null],
    ['张伟', '', 'person', 'jiaotong', 'p1'],
    ['张 伟', '', 'person', 'jiaotong', 'p1'],
    ['李娜', '', 'ambiguous', null, null],
    ['李娜', '水利局', 'person', 'shuili', 'p3'],
    ['李娜（交通局）', '', 'person', 'jiaotong', 'p2'],
    ['水利局 李娜', '', 'person', 'shuili', 'p3'],
    ['李娜lina2', '', 'person', 'shuili', 'p3'],
    ['张伟（水利局）', '', 'none', null, null],
    ['Resource One', '', 'none', null, null],
  ] as const)('%s, of the group “%s”, is %s %s %s', (name, group, match, organisation, person) => {
    const [owner] = matchOwners(directory, [{ uid: 1, name, group, tasks: 1 }])
    expect(owner).toEqual({ resource: 1, match, organisation, person })
  })
})

describe('the values of a file', () => {
  it('dates are China’s time unless they name a zone, and out of the years they are none', () => {
    expect(parseFileDate('2026-03-02T08:30:00')).toBe(at('2026-03-02T08:30:00'))
    expect(parseFileDate('2026-03-02T00:30:00Z')).toBe(at('2026-03-02T08:30:00'))
    expect(parseFileDate('2026-03-02')).toBe(at('2026-03-02T00:00:00'))
    expect(writeFileDate(at('2026-03-02T08:30:00'))).toBe('2026-03-02T08:30:00')
    for (const text of ['2026-02-30T08:00:00', '1984-01-01T00:00:00', 'soon', '2149-12-31T23:59:00'])
      expect(parseFileDate(text)).toBeUndefined()
  })
  it('durations and times are minutes', () => {
    expect(parseDuration('PT8H30M0S')).toBe(510)
    expect(parseDuration('P1DT2H')).toBe(1560)
    expect(parseDuration('eight hours')).toBeUndefined()
    expect(writeDuration(510.5)).toBe('PT8H30M30S')
    expect(parseTime('08:30:00')).toBe(510)
  })
  it.each([
    [4800, 7, 'working', 480],
    [600, 8, 'elapsed', 60],
    [50, 19, 'percent', 50],
    [-4800, 39, 'working', -480],
    [600, 40, 'elapsed', 60],
  ] as const)('a lag of %i in format %i is %s %d', (linkLag, format, unit, amount) => {
    expect(fileLag(linkLag, format)).toEqual({ unit, amount })
  })
})

it('a calendar that knows no make-up days and no holidays differs from the county’s on exactly these', () => {
  const county = workCalendar({
    version: 't',
    sessions: [
      ['08:30', '12:00'],
      ['13:30', '17:30'],
    ],
    ...stateCouncil,
  })
  const hours = [
    [480, 720],
    [780, 1020],
  ] as const
  const weekdays = { 0: [], 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [] }
  const own = { name: '防汛', from: '2026-09-29', to: '2026-09-29', hours: [] }
  const calendar: FileCalendar = { uid: 1, name: 'Standard', base: -1, weekdays, exceptions: [own] }
  const compared = compareCalendars([calendar], 1, county, [at('2026-09-28T00:00:00'), at('2026-10-11T00:00:00')])
  expect(compared?.hours).toBe('08:00–12:00 13:00–17:00')
  expect(compared?.countyHours).toBe('08:30–12:00 13:30–17:30')
  expect(compared?.differences.map(({ date, file, name }) => `${date} ${file} ${name}`)).toEqual([
    '2026-09-29 off 防汛',
    ...[1, 2, 5, 6, 7].map((day) => `2026-10-0${day} worked 国庆节`),
    '2026-10-10 off 国庆节',
  ])
  expect(compareCalendars([calendar], 9, county, [0, 1])).toBeNull()
})
