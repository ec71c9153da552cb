import { fileURLToPath } from 'node:url'
import { figuresProjection } from '#platform/server/figures/index.ts'
import { nodeObligation } from '#platform/server/plans/index.ts'
import { defineScenario } from '#platform/server/scenario/index.ts'
import { scoreProjection } from '#platform/server/scoring/index.ts'
import { contract } from './contract.ts'
import { lifeRefusals } from './life-refusals.ts'
import { refusals } from './refusals.ts'
import { hardCaseObligation } from './server/commands/hard-case/case-in-hand.ts'
import { appealObligation } from './server/commands/open-appeal.ts'
import { findCountyProgress, playCounty } from './server/demo/county/play-county.ts'
import { playDemo } from './server/demo/play-demo.ts'
import { projectFigures } from './server/figures/project-figures.ts'
import { noticeRules } from './server/notice-rules.ts'
import { countProjects } from './server/project-store.ts'
import { routes } from './server/routes.ts'
import { scoreSource } from './server/score-source.ts'
import { dayOf } from './server/views/day.ts'

/** Projects (A1): the server's half. */
export const scenario = defineScenario({
  id: 'projects',
  contract,
  refusals: { ...refusals, ...lifeRefusals },
  permissions: {
    'projects.read': '查看项目',
    'projects.import': '导入项目计划',
    'projects.lead': '牵头项目：编制、提请启动、调整、暂停、办结',
    'projects.approve': '批准项目启动和计划调整',
    'projects.hand-over': '移交本单位节点',
    'projects.report': '填报进度、提交成果',
    'projects.accept': '验收或退回成果、答复异议',
    'projects.cockpit': '查看指挥舱和大屏',
    'projects.hard-case.publish': '发布攻坚事项、选定队伍、验收计分',
    'projects.hard-case.claim': '组队揭榜攻坚事项',
    'projects.board': '查看天工榜',
  },
  rooms: [{ name: 'projects', folder: fileURLToPath(new URL('./migrations', import.meta.url)) }],
  routes,
  sweeps: () => [],
  projections: [scoreProjection(scoreSource), figuresProjection(projectFigures)],
  notices: noticeRules,
  playDemo,
  playCounty,
  countyProgress: findCountyProgress,
  owed: {
    [nodeObligation]: { zh: '项目节点', en: 'Project node', answer: ['projects.report'], judge: ['projects.accept'] },
    [appealObligation]: {
      ...{ zh: '异议', en: 'Objection', judge: [] },
      answer: ['projects.accept', 'obligations.supervise'],
    },
    [hardCaseObligation]: { zh: '攻坚', en: 'Hard case', answer: [], judge: ['projects.hard-case.publish'] },
  },
  day: dayOf,
  pageOf,
  count: ({ database, jurisdiction }) => database.asSystem(jurisdiction, (tx) => countProjects(tx, jurisdiction)),
})

/** Where a node, a plan and an objection are dealt with. */
function pageOf(stream: string): string | undefined {
  const [kind, id] = stream.split('/')
  if (kind === 'plans.node') return `/nodes/${id}`
  if (kind === 'plans.plan') return `/projects/${id}`
  if (kind === 'plans.change') return `/changes/${id}`
  if (kind === 'plans.plate') return `/plates/${id}`
  if (kind === 'projects.hard-case') return `/hard-cases/${id}`
  return kind === 'projects.appeal' ? `/appeals/${id}` : undefined
}
