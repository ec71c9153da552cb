import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/server/database/embedded/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { projectsCounty } from '#scenarios/projects/fixtures/county.ts'
import { scenario } from '#scenarios/projects/scenario.ts'
import { readProjectXml } from '#scenarios/projects/server/mspdi/read-project-xml.ts'
import type { Bench, Meter, Peer } from './harness.ts'

const tasks = 10_000
const runs = 3

/** No parser of Project XML is published on npm that could be run beside ours; the known one (MPXJ) is Java. */
const peer: Peer = { name: 'mspdi parser on npm', notRun: 'there is none' }

/** A file of 10,000 tasks as Microsoft Project writes it: reading alone, and from the upload to the draft over HTTP. */
export const bench: Bench = {
  name: 'import',
  async run(meter) {
    const folder = mkdtempSync(join(tmpdir(), 'xianqu-bench-import-'))
    const file = join(folder, 'plan.xml')
    const text = projectFile(tasks)
    writeFileSync(file, text)
    meter.say(`${tasks} tasks, ${(text.length / 1e6).toFixed(1)} MB`)
    const postgres = await startEmbedded({ folder, log: () => undefined })
    process.env.XIANQU_TEST_DATABASE = postgres.ownerUrl
    const test = await testPlatform({
      scenarios: [scenario],
      county: projectsCounty,
      now: new Date('2026-03-02T09:00:00+08:00'),
    })
    try {
      await measure(meter, test, { file, text })
    } finally {
      await test.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function measure(meter: Meter, test: TestPlatform, plan: { readonly file: string; readonly text: string }) {
  await meter.measure({
    ...{ metric: 'parse_s', unit: 's', runs, peer },
    ours: () =>
      seconds(async () => {
        const reading = await readProjectXml(() => createReadStream(plan.file))
        if (reading.kind !== 'file' || reading.plan.nodes.length !== tasks) throw new Error(`not read: ${reading.kind}`)
      }),
  })
  const lead = await test.as('wangjianguo')
  await meter.measure({
    ...{ metric: 'total_s', unit: 's', runs, peer },
    ours: () =>
      seconds(async () => {
        const { body } = await lead.upload('计划.xml', plan.text)
        const preview = await lead.call('POST', '/project-files/preview', { file: body.file })
        const input = { file: body.file, title: '一万个任务', kind: 'building' }
        const answer = await lead.call('POST', '/project-files', input)
        if (preview.status !== 200 || answer.body.nodes !== tasks) throw new Error(JSON.stringify(answer.body))
      }),
  })
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begin = performance.now()
  await work()
  return (performance.now() - begin) / 1000
}

/** Phases of twenty tasks in a chain, with the elements that Project writes for each task. */
function projectFile(count: number): string {
  const rows = Array.from({ length: count }, (_, place) => taskXml(place + 1))
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project"><SaveVersion>14</SaveVersion><Title>一万个任务</Title>
<StartDate>2026-03-02T08:30:00</StartDate><CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar></Calendar></Calendars>
<Tasks>${rows.join('\n')}</Tasks>
<Resources><Resource><UID>1</UID><Name>张伟</Name><Type>1</Type></Resource></Resources>
<Assignments>${Array.from({ length: count }, (_, place) => `<Assignment><UID>${place}</UID><TaskUID>${place + 1}</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units></Assignment>`).join('')}</Assignments></Project>`
}

function taskXml(uid: number): string {
  const isPhase = uid % 20 === 1
  const dates = '<Start>2026-03-02T08:30:00</Start><Finish>2026-03-13T17:00:00</Finish>'
  const link = `<PredecessorLink><PredecessorUID>${uid - 1}</PredecessorUID><Type>1</Type><CrossProject>0</CrossProject><LinkLag>0</LinkLag><LagFormat>7</LagFormat></PredecessorLink>`
  const baseline = `<Baseline><Number>0</Number>${dates}<Duration>PT80H0M0S</Duration><DurationFormat>7</DurationFormat></Baseline>`
  return `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>工作任务 ${uid}</Name><Active>1</Active><Manual>0</Manual><Type>0</Type><IsNull>0</IsNull>
<CreateDate>2026-01-05T08:00:00</CreateDate><OutlineLevel>${isPhase ? 1 : 2}</OutlineLevel><Priority>500</Priority>${dates}<Duration>PT80H0M0S</Duration>
<DurationFormat>7</DurationFormat><Work>PT80H0M0S</Work><EffortDriven>0</EffortDriven><Milestone>0</Milestone><Summary>${Number(isPhase)}</Summary>
<EarlyStart>2026-03-02T08:30:00</EarlyStart><EarlyFinish>2026-03-13T17:00:00</EarlyFinish><TotalSlack>0</TotalSlack><Cost>0</Cost><PercentComplete>0</PercentComplete>
<ConstraintType>0</ConstraintType><CalendarUID>-1</CalendarUID>${!isPhase && uid % 20 !== 2 ? link : ''}${baseline}</Task>`
}
