import { useInfiniteQuery } from '@tanstack/react-query'
import type { IdentityEntry } from '#platform/contract/identity-contract.ts'
import { deviceOf } from '../account/device-of.ts'
import rows from '../account/rows.module.css'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Older } from '../parts/next-page.tsx'
import { Answered, EmptyState } from '../parts/states.tsx'
import { PageFrame } from '../shell/page.tsx'
import { useDates } from '../words/dates.ts'
import { dotted } from '../words/dotted.ts'
import { useWords } from '../words/words.ts'
import css from './administration.module.css'
import { useChosenPerson } from './chosen-person.ts'
import { identityApi } from './identity-api.ts'
import { PersonFinder } from './person-finder.tsx'
import { reasonWords, recordWords } from './record-words.ts'

const words = {
  title: ['身份审计', 'Identity record'],
  lead: [
    '登录、失败、锁定、任免、代理和账号操作，最近的在前；只能看，谁也改不了。',
    'Sign-ins, failures, locks, appointments, delegations and acts on accounts, the latest first; nobody can change it.',
  ],
  record: ['记录', 'Record'],
  of: [(name: string) => `${name} 的记录`, (name: string) => `About ${name}`],
  all: ['看全部', 'All of it'],
  person: ['只看一个人', 'Only one person'],
  none: ['没有记录', 'Nothing on record'],
  by: [(who: string) => `经手 ${who}`, (who: string) => `by ${who}`],
  system: ['系统', 'the system'],
  erased: ['内容已依法清除', 'erased as the law asks'],
} as const

const pageSize = 50

/** 身份审计: the record of accounts and powers, for the audit administrator. */
export function Page() {
  const t = useWords(words)
  const { id, query: person, finder, leave } = useChosenPerson()
  const query = useInfiniteQuery(
    identityApi.record.infiniteOptions({
      input: (before: string | undefined) => ({
        ...(id && { person: id }),
        ...(before && { before }),
        limit: pageSize,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ entries }) => (entries.length === pageSize ? entries.at(-1)?.id : undefined),
    }),
  )
  return (
    <PageFrame title={t.title} lead={t.lead}>
      <div className={css.columns}>
        <Card title={t.person}>
          <PersonFinder {...finder} />
        </Card>
        <Card
          title={person.data ? t.of(person.data.name) : t.record}
          aside={id && <Button onClick={() => leave()}>{t.all}</Button>}
        >
          <Answered query={query}>
            {({ pages }) => <Entries entries={pages.flatMap(({ entries }) => entries)} />}
          </Answered>
          <Older list={query} />
        </Card>
      </div>
    </PageFrame>
  )
}

function Entries({ entries }: { readonly entries: readonly IdentityEntry[] }) {
  const t = useWords(words)
  const dates = useDates()
  const kinds: Readonly<Record<string, string>> = useWords(recordWords)
  const reasons: Readonly<Record<string, string>> = useWords(reasonWords)
  if (entries.length === 0) return <EmptyState title={t.none} />
  return (
    <ul className={rows.rows}>
      {entries.map(({ id, kind, at, aboutName, actorName, postName, facts }) => (
        <li key={id} className={rows.row}>
          <span className={rows.what}>
            {dotted(kinds[kind] ?? kind, aboutName ?? '')}
            <span className={rows.about}>
              {dotted(dates.moment(at), t.by(dotted(postName ?? '', actorName ?? t.system)))}
            </span>
            <span className={`${rows.about} ${css.facts}`}>
              {facts === null ? t.erased : toldFacts(facts, reasons)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What is worth reading of the facts: what, why, how often, from where; ids say nothing to anybody. */
function toldFacts(facts: IdentityEntry['facts'], reasons: Readonly<Record<string, string>>): string {
  const text = (fact: unknown) => (fact === undefined || fact === null ? '' : String(fact))
  const { address, device, reason, failures, provider, handle, post, login } = facts ?? {}
  const why = reasons[text(reason)] ?? text(reason)
  const where = device === undefined ? '' : deviceOf(text(device))
  return dotted(...[post, login, provider, handle, why, failures, address, where].map(text))
}
