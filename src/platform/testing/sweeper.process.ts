import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#platform/server/database/index.ts'
import { obligationSweep } from '#platform/server/obligations/index.ts'
import { jurisdiction, testLadder } from './obligations.ts'
import { testCalendar } from './work-calendar.ts'

/* A sweeper as a worker runs one, in a process of its own: it sweeps as of an instant, a few clocks at a time, until it is killed. */

const [url = '', now = ''] = process.argv.slice(2)
const clocksAtOnce = 3
const database = openDatabase({ url, connections: 1 })
const rules = { calendar: testCalendar, ladder: () => testLadder }
const sweep = obligationSweep({ jurisdiction, database, rules: () => rules })

process.on('disconnect', () => process.exit())
await sweep.once(new Date(0), clocksAtOnce)
process.send?.('ready')
for (;;) if ((await sweep.once(new Date(Number(now)), clocksAtOnce)) === 0) await sleep(20)
