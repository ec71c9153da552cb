import { fileURLToPath } from 'node:url'
import { defineScenario } from '#platform/server/scenario/index.ts'
import { contract } from './contract.ts'
import { refusals } from './refusals.ts'
import { acknowledgeSweep } from './server/acknowledge-sweep.ts'
import { dayListSweep } from './server/day-list-sweep.ts'
import { playDemo } from './server/demo/play-demo.ts'
import { countSupervision } from './server/matter-store.ts'
import { noticeRules } from './server/notice-rules.ts'
import { outcomeProjection } from './server/outcome-projection.ts'
import { routes } from './server/routes.ts'
import { dutyObligation, requestObligation } from './server/streams.ts'
import { dayOf } from './server/views/day.ts'

/** Supervision (A2): the server's half. */
export const scenario = defineScenario({
  id: 'supervision',
  contract,
  refusals,
  permissions: {
    'supervision.read': '查看督办事项',
    'supervision.open': '交办事项、撤回交办',
    'supervision.answer': '签收、反馈、提交办理结果',
    'supervision.head': '转交、申请延期、提出争议和申诉',
    'supervision.accept': '验收、退回、催办、答复申请',
    'supervision.leader': '查看领导督办清单',
  },
  rooms: [{ name: 'supervision', folder: fileURLToPath(new URL('./migrations', import.meta.url)) }],
  routes,
  sweeps: (services) => [acknowledgeSweep(services), dayListSweep(services)],
  projections: [outcomeProjection],
  notices: noticeRules,
  owed: {
    [dutyObligation]: {
      zh: '交办',
      en: 'Given',
      answer: ['supervision.answer'],
      judge: [],
      watch: ['supervision.accept'],
    },
    [requestObligation]: {
      zh: '待答复',
      en: 'Request',
      answer: ['supervision.accept', 'obligations.supervise'],
      judge: [],
    },
  },
  day: dayOf,
  pageOf,
  playDemo,
  count: ({ database, jurisdiction }) => database.asSystem(jurisdiction, (tx) => countSupervision(tx, jurisdiction)),
})

/** Where a duty and what is asked about it are dealt with, and where the facts of an obligation stand. */
function pageOf(stream: string): string | undefined {
  const [kind, id] = stream.split('/')
  if (kind === 'supervision.duty') return `/duties/${id}`
  return kind === 'obligations.obligation' ? `/escalated/${id}` : undefined
}
