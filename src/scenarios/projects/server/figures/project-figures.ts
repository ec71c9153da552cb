import { defineFigures, type Happening, type Standing } from '#platform/server/figures/index.ts'
import { hardCase, node, obligation, plan, plate } from './things.ts'

const open = ['planned', 'running', 'submitted', 'returned']
const nodeUnit = ['个', 'nodes'] as const

const nodesOpen: Standing = {
  id: 'nodes.open',
  name: ['在办节点', 'Open nodes'],
  unit: nodeUnit,
  definition: [
    '已启动项目中尚未验收完成的末级节点，不含暂停的；灯色取此刻的灯',
    'Leaves of running projects not accepted yet, paused ones left out; the lamp is the present one',
  ],
  counts: 'standing',
  of: 'node',
  where: { live: [true], paused: [false], state: open },
  by: [[], ['lamp'], ['state'], ['lamp', 'unit'], ['person'], ['due']],
  traced: [['lamp']],
}

const nodesRed: Standing = {
  id: 'nodes.red',
  name: ['红灯节点', 'Red nodes'],
  unit: nodeUnit,
  definition: ['在办节点中此刻亮红灯（滞后）的', 'Open nodes whose lamp is red (behind) now'],
  counts: 'standing',
  of: 'node',
  where: { ...nodesOpen.where, lamp: ['red'] },
  by: [[], ['plan']],
}

const nodesDone: Standing = {
  id: 'nodes.done',
  name: ['办结节点', 'Nodes done'],
  unit: nodeUnit,
  definition: ['成果已验收的末级节点', 'Leaves whose deliverable was accepted'],
  counts: 'standing',
  of: 'node',
  where: { live: [true], state: ['done'] },
  by: [[], ['unit']],
}

const nodesFinished: Happening = {
  id: 'nodes.finished',
  name: ['办结', 'Finished'],
  unit: nodeUnit,
  definition: [
    '成果在当日（月）验收通过的节点；提交不晚于截止时间的为按期，验收占用的时间不算责任人的',
    'Nodes accepted in the day or month; on time where handed in by the deadline, whatever the acceptor took',
  ],
  counts: 'happening',
  by: [[], ['onTime'], ['onTime', 'unit']],
  happens: ({ kind }, before) => {
    if (kind !== 'plans.node.accepted') return undefined
    const { title, unit, plan: of, person, submittedAt, deadline } = before
    const onTime = typeof submittedAt === 'string' && typeof deadline === 'string' && submittedAt <= deadline
    return { title: title ?? null, unit: unit ?? null, plan: of ?? null, person: person ?? null, onTime }
  },
}

const lampsGiven: Happening = {
  id: 'lamps.given',
  name: ['亮灯', 'Lamps given'],
  unit: ['次', 'times'],
  definition: [
    '灯色每变化一次计一次，按变化生效的时刻计入当日（月）',
    'Each change of a lamp, at the instant at which it took effect',
  ],
  counts: 'happening',
  by: [['lamp'], ['lamp', 'unit']],
  happens: ({ kind, payload }, before) => {
    if (kind !== 'plans.lamp.given') return undefined
    const { title, unit, plan: of, person } = before
    const lamp = typeof payload?.to === 'string' ? payload.to : null
    return { lamp, title: title ?? null, unit: unit ?? null, plan: of ?? null, person: person ?? null }
  },
}

const projectsAll: Standing = {
  id: 'projects.all',
  name: ['项目', 'Projects'],
  unit: ['个', 'projects'],
  definition: ['按所处阶段和类别统计的项目', 'Projects by state and kind'],
  counts: 'standing',
  of: 'plan',
  where: { state: ['draft', 'running', 'paused', 'closed', 'archived'] },
  by: [[], ['state'], ['kind', 'state']],
}

const plates: Standing = {
  id: 'plates.given',
  name: ['三色牌', 'Plates'],
  unit: ['块', 'plates'],
  definition: [
    '每月按项目和责任单位发的牌：完成当月计划为绿，未完成为红，牵头连带为黄',
    'Monthly plates for each project and responsible unit',
  ],
  counts: 'standing',
  of: 'plate',
  where: { colour: ['green', 'yellow', 'red'] },
  by: [
    ['month', 'colour'],
    ['month', 'colour', 'unit'],
  ],
}

const climbed: Standing = {
  id: 'obligations.climbed',
  name: ['逐级督办中', 'On the ladder'],
  unit: ['项', 'items'],
  definition: [
    '到期未答复、已升级且尚未办结的事项，按现在所处的级次',
    'Overdue, escalated, still open; by the rung reached',
  ],
  counts: 'standing',
  of: 'obligation',
  where: { climbed: [true], state: ['open', 'submitted'] },
  by: [[], ['level'], ['level', 'unit']],
}

const climbing: Happening = {
  id: 'obligations.climbing',
  name: ['升级督办', 'Climbed'],
  unit: ['次', 'times'],
  definition: ['事项升上一级的次数', 'How often something climbed a rung'],
  counts: 'happening',
  by: [['level']],
  happens: ({ kind, payload }, before) =>
    kind === 'obligations.obligation.climbed'
      ? {
          level: Number(payload?.level ?? 0),
          title: before.title ?? null,
          unit: before.unit ?? null,
          subject: before.subject ?? null,
        }
      : undefined,
}

const projectSteps: Happening = {
  id: 'projects.steps',
  name: ['项目动态', 'Project steps'],
  unit: ['次', 'times'],
  definition: ['项目启动、暂停、恢复、办结', 'Projects started, paused, resumed, closed'],
  counts: 'happening',
  by: [['step']],
  happens: ({ kind, stream }, _before, after) => {
    const step = kind.startsWith('plans.plan.') ? kind.slice('plans.plan.'.length) : ''
    if (!['started', 'paused', 'resumed', 'closed'].includes(step)) return undefined
    return { step, title: after.title ?? null, unit: after.lead ?? null, plan: stream.slice(plan.stream.length) }
  },
}

const hardCases: Standing = {
  id: 'hard-cases.all',
  name: ['攻坚榜', 'Hard cases'],
  unit: ['件', 'cases'],
  definition: ['揭榜抢分的攻坚事项，按所处阶段', 'Published hard cases, by state'],
  counts: 'standing',
  of: 'hardCase',
  where: { state: ['published', 'assigned', 'submitted', 'scored', 'withdrawn'] },
  by: [['state']],
}

/** The indicators of projects (A1) that the cockpit (E7) and its lists show. */
export const projectFigures = defineFigures({
  name: 'projects.figures',
  version: 1,
  things: { node, plan, plate, obligation, hardCase },
  indicators: [
    ...[nodesOpen, nodesRed, nodesDone, nodesFinished, lampsGiven],
    ...[projectsAll, projectSteps, plates, climbed, climbing, hardCases],
  ],
})
