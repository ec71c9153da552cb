import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Icon, type IconName } from '#platform/web/parts/icon.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { residentQuery } from '#platform/web/residents/resident-session.ts'
import { useWords } from '#platform/web/words/words.ts'
import { mattersApi } from './api.ts'
import { CaseRows } from './case-rows.tsx'
import { MatterRows } from './matter-rows.tsx'
import css from './portal.module.css'
import { SearchBox } from './search-box.tsx'

const words = {
  title: ['我要办事', 'Services'],
  hello: [(name: string) => `${name}，您好`, (name: string) => `Welcome, ${name}`],
  signIn: ['手机号登录，看我的办件和证照', 'Sign in by phone for your cases and certificates'],
  cases: ['我的办件', 'My cases'],
  all: ['全部办件', 'All my cases'],
  instant: ['当场办结', 'Decided at once'],
  joint: ['一件事一次办', 'Several offices, one form'],
  more: ['全部事项', 'All services'],
  firms: ['企业办事', 'For enterprises'],
  enterprises: ['我的企业', 'My enterprises'],
  looks: ['谁看过我的数据', 'Who looked at my data'],
  helpers: ['帮人办、请人办', 'Acting for each other'],
  certificates: ['我的证照', 'My certificates'],
} as const

const ways = [
  ['/portal/certificates', 'certificates', 'seal'],
  ['/portal/looks', 'looks', 'eye'],
  ['/portal/helpers', 'helpers', 'me'],
  ['/portal/enterprises', 'enterprises', 'unit'],
] as const satisfies readonly (readonly [string, keyof typeof words, IconName])[]

/** The first page: what do you need, where do my cases stand. */
export function Page() {
  const t = useWords(words)
  const { data: resident } = useQuery(residentQuery)
  return (
    <PortalPage title={resident?.name ? t.hello(resident.name) : t.title}>
      <SearchBox />
      {resident ? <LatestCases /> : <SignInWay />}
      <nav className={css.ways} aria-label={t.title}>
        {ways.map(([to, label, icon]) => (
          <Link key={to} to={to as string} className={css.way}>
            <Icon name={icon} size={28} />
            {t[label]}
          </Link>
        ))}
      </nav>
      <Matters />
    </PortalPage>
  )
}

function SignInWay() {
  const t = useWords(words)
  return (
    <Link to={'/portal/sign-in' as string} className={css.signIn}>
      {t.signIn}
      <Icon name="next" />
    </Link>
  )
}

function LatestCases() {
  const t = useWords(words)
  const query = useQuery(mattersApi.mine.queryOptions({ input: { limit: 3 } }))
  if (query.data?.cases.length === 0) return null
  return (
    <section className={css.section}>
      <h2 className={css.heading}>{t.cases}</h2>
      <Answered query={query}>{({ cases }) => <CaseRows cases={cases} />}</Answered>
      <Link to={'/portal/cases' as string} className={css.more}>
        {t.all}
      </Link>
    </section>
  )
}

function Matters() {
  const t = useWords(words)
  const query = useQuery(mattersApi.matters.queryOptions({ input: {} }))
  return (
    <Answered query={query}>
      {({ matters }) => {
        const mine = matters.filter(({ applicants }) => applicants.includes('person'))
        const groups = [
          [t.instant, mine.filter(({ instant }) => instant)],
          [t.joint, mine.filter(({ joint, instant }) => joint && !instant)],
          [t.more, mine.filter(({ joint, instant }) => !joint && !instant)],
          [t.firms, matters.filter(({ applicants }) => applicants.includes('enterprise'))],
        ] as const
        return groups.map(
          ([heading, rows]) =>
            rows.length > 0 && (
              <section key={heading} className={css.section}>
                <h2 className={css.heading}>{heading}</h2>
                <MatterRows rows={rows} />
              </section>
            ),
        )
      }}
    </Answered>
  )
}
