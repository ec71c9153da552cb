import type { NoticeRule } from '#platform/server/notices/index.ts'

/** The owner hears when its data was a wrong answer, and when its table or a grant of it changes. */
export const noticeRules: readonly NoticeRule[] = [
  {
    kind: 'data-hub.look-up.wrong',
    tell: ({ kind, payload }) =>
      typeof payload?.owner === 'string'
        ? [
            {
              ...{ kind, audience: `unit:${payload.owner}` as const, link: `/data/datasets/${payload.dataset}` },
              zh: `数据“${payload.dataset}”的答复与目录不符，未被采用，请核对接口`,
              en: `An answer of “${payload.dataset}” was not what the catalogue says and was not used; check the interface`,
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
              zh: `查询“${payload.dataset}”的授权已终止：${payload.reason}`,
              en: `The grant to look up “${payload.dataset}” has been ended: ${payload.reason}`,
            },
          ]
        : [],
  },
]
