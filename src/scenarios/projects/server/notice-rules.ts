import type { SealedEntry } from '#platform/server/journal/index.ts'
import type { Notice, NoticeRule } from '#platform/server/notices/index.ts'

/*
 * Who is told what of projects beside what the obligations tell: a unit of its red or yellow plate, and of the collaborative
 * liability that it bears. Green plates stand on the unit's page and tell nobody. The lead unit hears what waits for approval, and
 * who proposed it what became of it.
 */

const plates: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  red: ['红牌：未完成当月计划', 'Red plate: the month’s plan was not met'],
  yellow: ['黄牌：责任单位未完成，牵头单位连带', 'Yellow plate: joint liability of the lead unit'],
}

const proposals = [
  { kind: 'plans.plan.proposed', to: 'lead', zh: '待批准启动', en: 'A start waits for approval' },
  { kind: 'plans.plan.refused', to: 'proposer', zh: '启动申请被退回', en: 'The start was sent back' },
  { kind: 'plans.change.proposed', to: 'lead', zh: '计划调整待批准', en: 'A change waits for approval' },
  { kind: 'plans.change.approved', to: 'proposer', zh: '计划调整已批准', en: 'The change is approved' },
  { kind: 'plans.change.refused', to: 'proposer', zh: '计划调整未同意', en: 'The change was refused' },
] as const

/** The notices of projects. */
export const noticeRules: readonly NoticeRule[] = [
  { kind: 'plans.plate.given', tell: tellPlate },
  { kind: 'plans.node.accepted', tell: tellHeldUp },
  ...proposals.map(
    ({ kind, to, zh, en }): NoticeRule => ({ kind, tell: (entry) => tellProposal(entry, to, [zh, en]) }),
  ),
]

function tellPlate({ kind, stream, payload }: SealedEntry): readonly Notice[] {
  const words = plates[String(payload?.colour)]
  if (words === undefined) return []
  const [zh, en] = words.map((text) => `${String(payload?.month)} ${text}`)
  const link = `/plates/${stream.slice(stream.indexOf('/') + 1)}`
  return [{ kind, link, audience: `unit:${String(payload?.unit)}`, zh: zh ?? '', en: en ?? '' }]
}

function tellProposal(
  { kind, stream, payload }: SealedEntry,
  to: 'lead' | 'proposer',
  [zh, en]: readonly [zh: string, en: string],
): readonly Notice[] {
  const id = stream.slice(stream.indexOf('/') + 1)
  const audience =
    to === 'lead' ? (`unit:${String(payload?.lead)}` as const) : (`person:${String(payload?.proposedBy)}` as const)
  const title = String(payload?.title)
  const link = stream.startsWith('plans.change/') ? `/changes/${id}` : `/projects/${id}`
  return [{ kind, link, audience, zh: `${zh}：${title}`, en: `${en}: ${title}` }]
}

function tellHeldUp({ stream, payload }: SealedEntry): readonly Notice[] {
  const heldUp = payload?.heldUp
  if (!Array.isArray(heldUp) || heldUp.length === 0) return []
  return [
    {
      kind: 'plans.node.held-others-up',
      link: `/nodes/${stream.slice(stream.indexOf('/') + 1)}`,
      audience: `unit:${String(payload?.organisation)}`,
      zh: `协同责任：节点自身超时，耽误后续 ${heldUp.length} 个节点`,
      en: `Collaborative liability: ${heldUp.length} nodes waited for one that was late by its own doing`,
    },
  ]
}
