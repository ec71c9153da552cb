import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { EnterpriseView } from '#platform/contract/enterprise-contract.ts'
import { useCommand } from '../api/command.ts'
import { Button } from '../parts/button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { Answered, EmptyState } from '../parts/states.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { enterpriseApi, enterprisesQuery } from './enterprise-api.ts'
import { mandateApi } from './mandate-api.ts'
import { MandateForm } from './mandate-form.tsx'
import { MandateList } from './mandate-list.tsx'
import { PortalPage } from './portal-page.tsx'
import css from './resident-forms.module.css'
import { useResident } from './resident-session.ts'

const words = {
  title: ['我的企业', 'My enterprises'],
  lead: [
    '市场主体登记里您是法定代表人的企业，您可以直接替它办事，也可以委托别人经办。登记变了，这里马上跟着变。',
    'You act for the enterprises whose register names you as legal representative, and may let others act. When the register changes, so does this.',
  ],
  back: ['我的', 'Me'],
  ask: ['向登记机关核验', 'Ask the register'],
  again: ['重新核验', 'Ask the register again'],
  none: ['登记机关还没有告诉我们您代表哪家企业。', 'The register has not told us of an enterprise of yours yet.'],
  identity: ['先实名，再核验企业', 'Have your own identity checked first'],
  representative: ['法定代表人', 'Legal representative'],
  agent: ['经办人', 'Acting under a mandate'],
  all: ['全部事项', 'all matters'],
  until: [(day: string) => `到 ${day} 为止`, (day: string) => `until ${day}`],
  confirmed: [(moment: string) => `登记机关 ${moment} 核验`, (moment: string) => `the register said so on ${moment}`],
  stale: ['核验已过期，请重新核验', 'too old to count: ask the register again'],
  cases: ['办件', 'Cases'],
  agents: ['经办人', 'Who acts for them'],
  give: [(name: string) => `请人替${name}经办`, (name: string) => `Let somebody act for ${name}`],
} as const

/** 我的企业: for which enterprises I act, and whom I let act for them. */
export function Page() {
  const t = useWords(words)
  const { verifiedBy } = useResident()
  return (
    <PortalPage title={t.title} lead={t.lead} back={{ to: '/portal/me', label: t.back }}>
      {verifiedBy === null ? (
        <p className={css.form}>
          <Link to={'/portal/identity' as string}>{t.identity}</Link>
        </p>
      ) : (
        <Mine />
      )}
    </PortalPage>
  )
}

function Mine() {
  const t = useWords(words)
  const query = useQuery(enterprisesQuery)
  const confirm = useCommand(enterpriseApi.confirm.call, { touches: [enterpriseApi.mine.key(), mandateApi.mine.key()] })
  return (
    <>
      <Answered query={query}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState icon="unit" title={t.none} />
          ) : (
            <ul className={css.rows}>
              {all.map((one) => (
                <Enterprise key={`${one.enterprise} ${one.as}`} of={one} />
              ))}
            </ul>
          )
        }
      </Answered>
      <FailureMessage error={confirm.error} />
      <Button
        look={query.data?.length === 0 ? 'main' : 'plain'}
        wide
        busy={confirm.isPending}
        onClick={() => confirm.mutate(undefined)}
      >
        {query.data?.length === 0 ? t.ask : t.again}
      </Button>
      <Agents of={(query.data ?? []).filter((one) => one.as === 'representative' && one.counts)} />
    </>
  )
}

function Enterprise({ of }: { readonly of: EnterpriseView }) {
  const t = useWords(words)
  const dates = useDates()
  const { enterprise, name, as, matters, until, confirmedAt, counts } = of
  return (
    <li className={css.row}>
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        <p className={css.muted}>{enterprise}</p>
        <p>
          {[t[as], as === 'agent' ? (matters?.map((one) => one.name).join('、') ?? t.all) : '']
            .filter(Boolean)
            .join('：')}
        </p>
        {until && <p className={css.muted}>{t.until(dates.day(until))}</p>}
        <p className={css.muted}>{counts ? t.confirmed(dates.moment(confirmedAt)) : t.stale}</p>
      </div>
      {counts && (
        <Link to={'/portal/cases' as string} search={{ enterprise } as never}>
          {t.cases}
        </Link>
      )}
    </li>
  )
}

/** Whom a representative lets act, and the way to let somebody. */
function Agents({ of }: { readonly of: readonly EnterpriseView[] }) {
  const t = useWords(words)
  const query = useQuery({ ...mandateApi.mine.queryOptions(), enabled: of.length > 0 })
  const given = (query.data?.mandates ?? []).filter(({ mine, enterpriseName }) => mine === 'given' && enterpriseName)
  if (of.length === 0) return null
  return (
    <>
      {given.length > 0 && (
        <section className={css.fields}>
          <h2 className={css.heading}>{t.agents}</h2>
          <MandateList mandates={given} />
        </section>
      )}
      {of.map(({ enterprise, name }) => (
        <section key={enterprise} className={css.fields}>
          <h2 className={css.heading}>{t.give(name)}</h2>
          <MandateForm way="give" enterprise={enterprise} />
        </section>
      ))}
    </>
  )
}
