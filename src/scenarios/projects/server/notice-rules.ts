import type { SealedEntry } from '#platform/server/journal/index.ts'
import type { Notice, NoticeRule } from '#platform/server/notices/index.ts'

/*
 * Who is told what of projects beside what the obligations tell: a unit of its red or yellow plate, and of the collaborative
 * liability that it bears. Green plates stand on the unit's page and tell nobody.
 */

const plates: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  red: ['红牌：未完成当月计划', 'Red plate: the month’s plan was not met'],
  yellow: ['黄牌：责任单位未完成，牵头单位连带', 'Yellow plate: joint liability of the lead unit'],
}

/** The notices of projects. */
export const noticeRules: readonly NoticeRule[] = [
  { kind: 'plans.plate.given', tell: tellPlate },
  { kind: 'plans.node.accepted', tell: tellHeldUp },
]

function tellPlate({ kind, stream, payload }: SealedEntry): readonly Notice[] {
  const words = plates[String(payload?.colour)]
  if (words === undefined) return []
  const [zh, en] = words.map((text) => `${String(payload?.month)} ${text}`)
  const link = `/plates/${stream.slice(stream.indexOf('/') + 1)}`
  return [{ kind, link, audience: `unit:${String(payload?.unit)}`, zh: zh ?? '', en: en ?? '' }]
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
