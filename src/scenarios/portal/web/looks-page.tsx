import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useAddress } from '#platform/web/address.ts'
import { Choice } from '#platform/web/parts/choice.tsx'
import { Older } from '#platform/web/parts/next-page.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { enterprisesQuery } from '#platform/web/residents/enterprise-api.ts'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { LookView } from '../contract/routes/looks.ts'
import { api } from './api.ts'
import { LookDispute } from './look-dispute.tsx'
import { MyDisputes } from './my-disputes.tsx'
import css from './portal.module.css'

/** As many as the server tells at once. */
const pageSize = 50

const words = {
  title: ['谁看过我的数据', 'Who looked at my data'],
  lead: [
    '每一次查询都记在这里：哪个单位、为了哪件事、看了哪几项、凭什么。被拒绝的查询也在。',
    'Every look is here: which office, for what, which fields, on which ground. Refused ones too.',
  ],
  back: ['我的', 'Me'],
  none: ['还没有人查过您的数据。', 'Nobody has looked at your data.'],
  whose: ['谁的数据', 'Whose data'],
  mine: ['本人', 'Mine'],
  machine: ['系统自动', 'automatic'],
  looked: [
    (owner: string, dataset: string) => `看了${owner}的${dataset}`,
    (owner: string, dataset: string) => `looked at ${dataset} of ${owner}`,
  ],
  refused: ['被拒绝，没有看到', 'refused, nothing seen'],
  notFound: ['查无记录', 'no record found'],
  waiting: ['还没有答复', 'not answered yet'],
  failed: ['没有得到', 'not obtained'],
  forWhat: [(matter: string) => `为了办：${matter}`, (matter: string) => `for: ${matter}`],
  fields: [(fields: string) => `看到的项目：${fields}`, (fields: string) => `fields: ${fields}`],
  basis: [(basis: string) => `依据：${basis}`, (basis: string) => `on the ground of ${basis}`],
  consent: ['您同意的', 'with your consent'],
  disagree: [
    '不该看的看了？拨打 12345。数据有误的，在那一条下面提出，数据所属单位必须答复。',
    'Looked at without a reason? Call 12345. Where data is wrong, say so below that look: its owner owes an answer.',
  ],
} as const

/** Who looked at my data: every look, with its reason and ground. */
export function Page() {
  const t = useWords(words)
  const [{ enterprise = '' }, setAddress] = useAddress<{ enterprise?: string }>()
  const enterprises = useQuery(enterprisesQuery)
  const firms = (enterprises.data ?? []).filter(({ counts, matters }) => counts && matters === null)
  const whose = new Map(firms.map((one) => [one.enterprise, one.name]))
  const query = useInfiniteQuery({
    ...api.looks.infiniteOptions({
      input: (before: string | undefined) => ({ ...(enterprise && { enterprise }), ...(before && { before }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ looks: shown }) => (shown.length < pageSize ? undefined : shown.at(-1)?.at),
    }),
    enabled: enterprise === '' || !enterprises.isPending,
  })
  const looks = query.data?.pages.flatMap((page) => page.looks) ?? []
  return (
    <PortalPage title={t.title} lead={t.lead} back={{ to: '/portal/me', label: t.back }}>
      {whose.size > 0 && (
        <Choice
          label={t.whose}
          value={enterprise}
          onChange={(value) => setAddress({ enterprise: value === '' ? undefined : value })}
          options={[{ value: '', label: t.mine }, ...[...whose].map(([value, label]) => ({ value, label }))]}
        />
      )}
      {enterprise === '' && <MyDisputes />}
      <Answered query={query}>
        {() =>
          looks.length === 0 ? (
            <EmptyState icon="eye" title={t.none} />
          ) : (
            <ol className={css.rows}>
              {looks.map((look) => (
                <Look key={look.look} look={look} isMine={enterprise === ''} />
              ))}
            </ol>
          )
        }
      </Answered>
      <Older list={query} />
      <p className={css.note}>{t.disagree}</p>
    </PortalPage>
  )
}

function Look({ look, isMine }: { readonly look: LookView; readonly isMine: boolean }) {
  const t = useWords(words)
  const dates = useDates()
  const isChinese = useLanguage() === 'zh'
  const name = (one: { name: string; english: string }) => (isChinese ? one.name : one.english)
  const told = { answered: null, refused: t.refused, 'not-found': t.notFound, waiting: t.waiting, failed: t.failed }
  return (
    <li className={css.look}>
      <p>
        <strong>{look.organisationName}</strong> {t.looked(look.ownerName, name(look.dataset))}
      </p>
      <p>{told[look.outcome] ?? t.fields(look.fields.map(name).join('、'))}</p>
      <p className={css.note}>{dotted(t.forWhat(look.matterName), look.postTitle ?? t.machine)}</p>
      <p className={css.note}>{dotted(look.basis && t.basis(look.basis), look.byConsent && t.consent)}</p>
      <p className={css.note}>{dates.moment(look.at)}</p>
      {isMine && (look.outcome === 'answered' || look.outcome === 'not-found') && <LookDispute look={look} />}
    </li>
  )
}
