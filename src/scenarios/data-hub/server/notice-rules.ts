import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { NoticeRule } from '#platform/server/notices/index.ts'

/** The owner hears when its data was a wrong answer or a grant of it ends; whoever answers for an official, what they tried in vain. */
export const noticeRules: readonly NoticeRule[] = [
  {
    kind: 'data-hub.look-up.wrong',
    tell: ({ kind, payload }) =>
      typeof payload?.owner === 'string'
        ? [
            {
              ...{ kind, audience: `unit:${payload.owner}` as const, link: `/data/datasets/${payload.dataset}` },
              zh: `数据“${nameIn(payload)}”的答复与目录不符，未被采用，请核对接口`,
              en: `An answer of “${nameIn(payload)}” was not what the catalogue says and was not used; check the interface`,
            },
          ]
        : [],
  },
  {
    kind: 'data-hub.grant.ended',
    tell: ({ kind, payload }) =>
      typeof payload?.organisation === 'string'
        ? [
            {
              ...{ kind, audience: `unit:${payload.organisation}` as const, link: `/data/datasets/${payload.dataset}` },
              zh: `查询“${nameIn(payload)}”的授权已终止：${payload.reason}`,
              en: `The grant to look up “${nameIn(payload)}” has been ended: ${payload.reason}`,
            },
          ]
        : [],
  },
  {
    kind: 'refused-access.attempted',
    tell: ({ kind, payload }) =>
      (Array.isArray(payload?.told) ? payload.told : []).map((post) => ({
        ...{ kind, audience: `post:${String(post)}` as const, link: '/data/refused' },
        zh: `${payload?.unit}${payload?.title}试图查看不归其经办的办件，已拒绝并留痕，请核实`,
        en: `${payload?.title} of ${payload?.unit} tried a case that is not theirs; refused and recorded, please look into it`,
      })),
  },
]

/** What the dataset is called; entries before this was recorded say its id. */
function nameIn({ dataset, datasetName }: JsonObject): string {
  return String(datasetName ?? dataset)
}
