import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { projectsCounty } from './fixtures/county.ts'
import { startProject } from './fixtures/project.ts'
import { scenario } from './scenario.ts'

let test: TestPlatform
let lead: Client
const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: projectsCounty, now: time('2026-03-02 08:00') })
  lead = await test.as('wangjianguo')
})
afterAll(() => test.close())

const named = { title: '通村公路提升', kind: 'building' }

const xml = (tasks: string, rest = '') => `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project"><Title>通村公路</Title><CalendarUID>1</CalendarUID>
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><WeekDays/></Calendar></Calendars>
<Tasks>${tasks}</Tasks>${rest}</Project>`

const road = xml(
  `<Task><UID>0</UID><Name>通村公路</Name><OutlineLevel>0</OutlineLevel></Task>
  <Task><UID>5</UID><Name>前期</Name><OutlineLevel>1</OutlineLevel><Start>2026-03-02T08:00:00</Start><Finish>2026-03-20T17:00:00</Finish></Task>
  <Task><UID>6</UID><Name>编制方案 &amp; 评审</Name><OutlineLevel>2</OutlineLevel><Start>2026-03-02T08:00:00</Start><Finish>2026-03-13T17:00:00</Finish>
    <PercentComplete>30</PercentComplete><Baseline><Number>0</Number><Start>2026-03-02T08:00:00</Start><Finish>2026-03-12T17:00:00</Finish></Baseline></Task>
  <Task><UID>7</UID><Name>水保</Name><OutlineLevel>2</OutlineLevel><Start>2026-03-16T08:00:00</Start><Finish>2026-03-20T17:00:00</Finish>
    <PredecessorLink><PredecessorUID>6</PredecessorUID><Type>1</Type><LinkLag>-4800</LinkLag><LagFormat>7</LagFormat></PredecessorLink></Task>
  <Task><UID>8</UID><Name>开工</Name><OutlineLevel>1</OutlineLevel><Milestone>1</Milestone><Start>2026-03-23T08:00:00</Start><Finish>2026-03-23T08:00:00</Finish><Cost>9</Cost>
    <PredecessorLink><PredecessorUID>7</PredecessorUID><Type>3</Type><LinkLag>0</LinkLag><LagFormat>7</LagFormat></PredecessorLink></Task>`,
  `<Resources><Resource><UID>1</UID><Name>张伟</Name><Type>1</Type></Resource><Resource><UID>2</UID><Name>外聘单位</Name><Type>1</Type></Resource></Resources>
  <Assignments><Assignment><TaskUID>6</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units></Assignment>
  <Assignment><TaskUID>7</TaskUID><ResourceUID>2</ResourceUID><Units>1</Units></Assignment></Assignments>`,
)

async function uploaded(bytes: string | Uint8Array, name = '计划.xml'): Promise<string> {
  return (await lead.upload(name, bytes)).body.file
}

async function imported(bytes: string | Uint8Array, more: object = {}): Promise<string> {
  const answer = await lead.call('POST', '/project-files', { file: await uploaded(bytes), ...named, ...more })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body.project
}

const bytesOf = async (path: string) => {
  const response = await fetch(`${test.url}/api${path}`, { headers: { cookie: lead.cookie } })
  return Buffer.from(await response.arrayBuffer())
}

type Node = {
  node: string
  code: string
  title: string
  links: { node: string; kind: string; lagMinutes: number }[]
  owner: { organisation: string; person: string | null }
} & Record<string, unknown>

/** A plan as it can be compared with another: ids are told as codes. */
async function shapeOf(project: string) {
  const nodes: Node[] = (await lead.call('GET', `/projects/${project}`)).body.nodesInOrder
  const codes = new Map(nodes.map(({ node, code }) => [node, code]))
  return nodes.map((node) => ({
    ...{ code: node.code, title: node.title, depth: node.depth, leaf: node.leaf, deliverable: node.deliverable },
    ...{ start: node.plannedStart, deadline: node.deadline, owner: node.owner },
    links: node.links.map((link) => ({ ...link, node: codes.get(link.node) })),
  }))
}

describe('a plan from a project program', () => {
  it('is previewed with everything that is said of it, and nothing is written', async () => {
    const { status, body } = await lead.call('POST', '/project-files/preview', { file: await uploaded(road) })
    expect(status).toBe(200)
    expect(body).toMatchObject({ title: '通村公路', tasks: 4, leaves: 3, links: 2, milestones: 1 })
    expect(body.baselines).toEqual([{ number: 0, tasks: 1 }])
    expect(body.notes.map(({ code }: { code: string }) => code)).toEqual(['percent-kept', 'baseline-kept'])
    expect(body.owners).toMatchObject([
      { name: '张伟', match: 'person', organisationName: '交通局', tasks: 1 },
      { name: '外聘单位', match: 'none', organisation: null },
    ])
    expect(body.unread).toContainEqual({ path: 'Project/Tasks/Task/Cost', count: 1, filled: 1, derived: false })
    expect(body.calendar).toMatchObject({ hours: '08:00–12:00 13:00–17:00', countyHours: '08:30–12:00 13:30–17:00' })
    expect((await lead.call('GET', '/projects')).body.total).toBe(0)
  })

  it('becomes a draft with its dates to the second, its links and whom the importer chose', async () => {
    const project = await imported(road, { owners: [{ resource: 2, unit: '水利局' }] })
    const shape = await shapeOf(project)
    expect(shape.map(({ code, title, start, deadline }) => [code, title, start, deadline])).toEqual([
      ['1', '前期', '2026-03-02T00:00:00.000Z', '2026-03-20T09:00:00.000Z'],
      ['1.1', '编制方案 & 评审', '2026-03-02T00:00:00.000Z', '2026-03-13T09:00:00.000Z'],
      ['1.2', '水保', '2026-03-16T00:00:00.000Z', '2026-03-20T09:00:00.000Z'],
      ['2', '开工', '2026-03-22T23:59:59.999Z', '2026-03-23T00:00:00.000Z'],
    ])
    expect(shape[1]?.owner).toMatchObject({ organisation: 'jiaotong', personName: '张伟' })
    expect(shape[2]).toMatchObject({
      owner: { organisation: 'shuili' },
      links: [{ node: '1.1', kind: 'FS', lagMinutes: -480 }],
    })
    expect(shape[3]).toMatchObject({
      owner: { organisation: 'fagai' },
      links: [{ node: '1.2', kind: 'SS', lagMinutes: 0 }],
    })
  })

  it('in which all dates are past is a draft whose nodes are not late: no time runs before the start', async () => {
    const project = await imported(road.replaceAll('2026-03', '2021-03'))
    const nodes: Node[] = (await lead.call('GET', `/projects/${project}`)).body.nodesInOrder
    const told = nodes.map(({ lamp, remaining }) => [lamp, remaining])
    expect(told).toEqual(Array(4).fill(['white', null]))
  })

  it('is imported once however often the command is repeated', async () => {
    const input = { file: await uploaded(road), ...named }
    const first = await lead.call('POST', '/project-files', input, 'once')
    expect((await lead.call('POST', '/project-files', input, 'once')).body).toEqual(first.body)
    expect((await lead.call('POST', '/project-files', { ...input, title: '另一个' }, 'once')).body.code).toBe(
      'command.key-reused',
    )
  })

  it('written out and read again it is the same plan, percentages and baselines with it', async () => {
    const project = await imported(road, { owners: [{ resource: 2, unit: '水利局' }] })
    const out = await bytesOf(`/projects/${project}/export.xml`)
    const again = await imported(out)
    expect(await shapeOf(again)).toEqual(await shapeOf(project))
    const preview = (await lead.call('POST', '/project-files/preview', { file: await uploaded(out) })).body
    expect(preview.baselines).toEqual([{ number: 0, tasks: 1 }])
    expect(preview.owners.every(({ match }: { match: string }) => match === 'person' || match === 'unit')).toBe(true)
    expect((await bytesOf(`/projects/${again}/export.xml`)).toString()).toBe(out.toString())
  })

  it('codes of one’s own come back as they were', async () => {
    const { project } = await startProject(lead, [
      '甲,前期,发改局,,2026-03-02,2026-03-31,,纪要 1 份',
      '甲-1,方案,交通局,张伟,2026-03-02,2026-03-13,,方案 1 份',
    ])
    const again = await imported(await bytesOf(`/projects/${project}/export.xml`))
    expect(await shapeOf(again)).toEqual(await shapeOf(project))
  })

  it('a running plan tells its own progress and the baseline of its start', async () => {
    const { project, nodes } = await startProject(lead, ['1,路基,交通局,张伟,2026-03-02,2026-03-31,,验收单 1 份'])
    const owner = await test.as('zhangwei')
    await owner.call('POST', `/nodes/${nodes['1']}/reports`, { progress: 40, note: '' })
    const out = (await bytesOf(`/projects/${project}/export.xml`)).toString()
    expect(out).toContain('<PercentComplete>40</PercentComplete>')
    expect(out).toContain('<ActualStart>2026-03-02T08:00:00</ActualStart>')
  })
})

describe('a plan as a spreadsheet', () => {
  const rows = [
    '1,前期,发改局,,2026-03-02,2026-03-31,,',
    '1.1,=1+1 的方案,交通局,张伟,2026-03-02,2026-03-13,,-1 份',
    '1.2,水保评审,水利局,郭林,2026-03-16 10:30,2026-03-27 15:00,1.1SS+2.5d,意见 1 份',
    '2,"路面, 含标线",交通局,,2026-04-01,2026-04-30,1.1FS-90m 1.2FF+1h,公里 2',
  ]
  it('is in the template’s columns, guards what would be a formula, and imported again it is the same plan', async () => {
    const { project } = await startProject(lead, rows)
    const out = await bytesOf(`/projects/${project}/export.xlsx`)
    const file = (await lead.upload('导出.xlsx', out)).body.file
    const preview = (await lead.call('POST', '/project-imports/preview', { file })).body
    expect(preview.problems).toEqual([])
    expect(preview.sample[1][1]).toBe("'=1+1 的方案")
    expect(preview.headings.slice(10)).toEqual(['状态', '五色灯', '进度（%）', '启动于', '提交于', '办结于'])
    const again = (await lead.call('POST', '/project-imports', { file, ...named })).body.project
    expect(await shapeOf(again)).toEqual(await shapeOf(project))
    expect((await shapeOf(again))[1]?.title).toBe('=1+1 的方案')
  })
  it('a plan from a project program goes through a spreadsheet without loss of its hours', async () => {
    const project = await imported(road)
    const file = (await lead.upload('导出.xlsx', await bytesOf(`/projects/${project}/export.xlsx`))).body.file
    const again = (await lead.call('POST', '/project-imports', { file, ...named })).body.project
    expect(await shapeOf(again)).toEqual(await shapeOf(project))
  })
})

describe('what cannot be imported is refused with its reason and changes nothing', () => {
  const counts = async () => (await test.database.asOwner('select count(*)::int as entries from journal.entry'))[0]
  const task = (uid: number, link: number) =>
    `<Task><UID>${uid}</UID><Name>甲${uid}</Name><OutlineLevel>1</OutlineLevel><Start>2026-03-02T08:00:00</Start><Finish>2026-03-06T17:00:00</Finish>
    <PredecessorLink><PredecessorUID>${link}</PredecessorUID><Type>1</Type></PredecessorLink></Task>`
  it.each([
    ['entities', '<!DOCTYPE a [<!ENTITY b "c">]><Project/>', 'projects.file.entities'],
    ['an end in the middle', road.slice(0, 900), 'projects.file.truncated'],
    ['another root', '<html/>', 'projects.file.not-a-project'],
    ['no XML', '{}', 'projects.file.unreadable'],
    [
      'an unknown encoding',
      '<?xml version="1.0" encoding="martian"?><Project><Title>路</Title></Project>',
      'projects.file.encoding',
    ],
    ['no tasks', xml(''), 'projects.file.invalid'],
    ['circular links', xml(task(1, 2) + task(2, 1)), 'projects.file.invalid'],
  ])('%s', async (_what, bytes, code) => {
    const before = await counts()
    const answer = await lead.call('POST', '/project-files', { file: await uploaded(bytes), ...named })
    expect(answer.body).toMatchObject({ code })
    expect(answer.body.title).toMatch(/[\u4e00-\u9fff]/)
    expect(await counts()).toEqual(before)
  })
  it('circular links are told by their path', async () => {
    const file = await uploaded(xml(task(1, 2) + task(2, 1)))
    const { body } = await lead.call('POST', '/project-files', { file, ...named })
    expect(body.title).toMatch(/甲1 → .*甲2 → .*甲1|甲2 → .*甲1 → .*甲2/)
  })
  it('a chosen unit that is not there, or a person without a post in it', async () => {
    const file = await uploaded(road)
    for (const owner of [
      { resource: 2, unit: '天宫局' },
      { resource: 2, unit: '水利局', person: '张伟' },
    ]) {
      const { body } = await lead.call('POST', '/project-files', { file, ...named, owners: [owner] })
      expect(body.code).toBe('projects.file.owner-unknown')
    }
  })
  it('somebody else’s upload, a spreadsheet, an id that nobody has', async () => {
    const foreign = (await (await test.as('huyan')).upload('计划.xml', road)).body.file
    expect((await lead.call('POST', '/project-files/preview', { file: foreign })).body.code).toBe('record.unknown')
    const sheet = (await lead.upload('计划.csv', 'a,b')).body.file
    expect((await lead.call('POST', '/project-files/preview', { file: sheet })).body.code).toBe(
      'projects.file.unreadable',
    )
    const nowhere = '/projects/01a00000-0000-7000-8000-000000000000'
    for (const name of ['export.xml', 'export.xlsx'])
      expect((await lead.call('GET', `${nowhere}/${name}`)).body.code).toBe('record.unknown')
  })
})
