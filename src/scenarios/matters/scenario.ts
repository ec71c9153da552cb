import {
  caseNotices,
  countCases,
  draftSweep,
  failedObligation,
  gatherSweep,
  outcomeSweep,
  returnedObligation,
  stepObligation,
} from '#platform/server/casework/index.ts'
import { defineScenario } from '#platform/server/scenario/index.ts'
import { contract } from './contract.ts'
import { refusals } from './refusals.ts'
import { playDemo } from './server/demo/play-demo.ts'
import { routes } from './server/routes.ts'

/** Matters (B1) and joint matters (B3): the server's half. The cases themselves are the engine casework's. */
export const scenario = defineScenario({
  id: 'matters',
  contract,
  refusals,
  permissions: {
    'matters.accept': '为本单位提交机关内部事项、查看本单位收件',
    'matters.window': '在综合窗口为群众和企业收件',
    'matters.handle': '办理本单位的办件步骤',
    'matters.pay': '核实银行没有接受的划款指令并重新发出',
    'matters.reopen': '按复议决定重新办理',
  },
  rooms: [],
  routes,
  sweeps: (services) => [gatherSweep(services), outcomeSweep(services), draftSweep(services)],
  owed: {
    [stepObligation]: { zh: '办件步骤', en: 'Case step', answer: ['matters.handle'], judge: [] },
    [returnedObligation]: { zh: '银行退回', en: 'Returned payment', answer: ['matters.handle'], judge: [] },
    [failedObligation]: { zh: '划款未成', en: 'Payment not made', answer: ['matters.pay'], judge: [] },
  },
  notices: caseNotices,
  pageOf,
  playDemo,
  count: ({ database, jurisdiction }) => database.asSystem(jurisdiction, (tx) => countCases(tx, jurisdiction)),
})

/** Where a case, its steps and what it gave are dealt with. */
function pageOf(stream: string): string | undefined {
  const [kind, id] = stream.split(/[/.](?=[0-9a-f]{8}-)/)
  return kind === 'casework.case' || kind === 'casework.step' || kind === 'casework.outcome'
    ? `/cases/${id?.split('.')[0]}`
    : undefined
}
