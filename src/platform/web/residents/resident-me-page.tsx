import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useCommand } from '../api/command.ts'
import { forgetInTab } from '../form/tab-draft.ts'
import { Button } from '../parts/button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { Icon } from '../parts/icon.tsx'
import { Answered } from '../parts/states.tsx'
import { useDates } from '../words/dates.ts'
import { dotted } from '../words/dotted.ts'
import { useLanguage, useWords } from '../words/words.ts'
import { PortalPage } from './portal-page.tsx'
import css from './resident-forms.module.css'
import { residentApi, residentQuery, useResident } from './resident-session.ts'

const words = {
  title: ['我的', 'Me'],
  unnamed: ['还没有实名', 'Identity not checked yet'],
  byRegister: ['已实名（户籍登记核验）', 'Checked against the household register'],
  byWindow: ['已实名（窗口核验）', 'Checked at a window'],
  byProvider: ['已实名（统一身份认证）', 'Checked by single sign-on'],
  identity: ['实名', 'Identity'],
  helpers: ['帮人办、请人办', 'Acting for each other'],
  enterprises: ['我的企业', 'My enterprises'],
  looks: ['谁看过我的数据', 'Who looked at my data'],
  consents: ['我同意过的查询', 'Look-ups I agreed to'],
  television: ['电视版', 'Television'],
  sessions: ['登录的设备', 'Where I am signed in'],
  here: ['本机', 'This device'],
  end: ['退出这台', 'Sign out there'],
  leave: ['退出登录', 'Sign out'],
  seen: [(moment: string) => `最近使用 ${moment}`, (moment: string) => `last used ${moment}`],
} as const

const links = [
  ['/portal/identity', 'identity'],
  ['/portal/helpers', 'helpers'],
  ['/portal/enterprises', 'enterprises'],
  ['/portal/looks', 'looks'],
  ['/portal/consents', 'consents'],
  ['/portal/tv', 'television'],
] as const

/** Who one is, where one is signed in, and the way to everything that is one's own. */
export function Page() {
  const t = useWords(words)
  const { name, phone, verifiedBy } = useResident()
  const standing = { register: t.byRegister, window: t.byWindow, provider: t.byProvider }
  return (
    <PortalPage title={name ?? t.unnamed} lead={dotted(phone, verifiedBy && standing[verifiedBy])}>
      <nav className={css.rows} aria-label={t.title}>
        {links.map(([to, label]) => (
          <Link key={to} to={to as string} className={css.link}>
            {t[label]}
            <Icon name="next" />
          </Link>
        ))}
      </nav>
      <Sessions />
      <Leave />
    </PortalPage>
  )
}

function Sessions() {
  const t = useWords(words)
  const dates = useDates()
  const isChinese = useLanguage() === 'zh'
  const query = useQuery(residentApi.sessions.queryOptions())
  const end = useCommand(residentApi.endSession.call, { touches: [residentApi.sessions.key()] })
  return (
    <section>
      <h2 className={css.heading}>{t.sessions}</h2>
      <FailureMessage error={end.error} />
      <Answered query={query}>
        {({ sessions }) => (
          <ul className={css.rows}>
            {sessions.map(({ session, device, isThis, seenAt }) => (
              <li key={session} className={css.row}>
                <div>
                  <p>{isThis ? t.here : nameOfDevice(device, isChinese)}</p>
                  <p className={css.muted}>{t.seen(dates.moment(seenAt))}</p>
                </div>
                {!isThis && (
                  <Button look="quiet" busy={end.isPending} onClick={() => end.mutate({ session })}>
                    {t.end}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  )
}

function Leave() {
  const t = useWords(words)
  const queries = useQueryClient()
  const { history } = useRouter()
  const leave = useCommand(residentApi.leave.call, {
    onDone: () => {
      forgetInTab()
      history.replace('/portal')
      queries.removeQueries()
      queries.setQueryData(residentQuery.queryKey, null)
    },
  })
  return (
    <Button wide busy={leave.isPending} onClick={() => leave.mutate(undefined)}>
      {t.leave}
    </Button>
  )
}

const machines = [
  [/MicroMessenger/, ['微信', 'WeChat']],
  [/iPhone/, ['苹果手机', 'iPhone']],
  [/iPad/, ['苹果平板', 'iPad']],
  [/TV|SmartTV|GoogleTV/i, ['电视', 'Television']],
  [/Android/, ['安卓手机', 'Android phone']],
  [/HarmonyOS/, ['鸿蒙手机', 'HarmonyOS phone']],
  [/Windows/, ['Windows 电脑', 'Windows computer']],
  [/Macintosh/, ['苹果电脑', 'Mac']],
  [/Linux|X11/, ['Linux 电脑', 'Linux computer']],
] as const

/** What a person calls the machine that a browser tells of. */
function nameOfDevice(device: string, isChinese: boolean): string {
  const [, names] = machines.find(([sign]) => sign.test(device)) ?? []
  return names?.[isChinese ? 0 : 1] ?? (isChinese ? '其他设备' : 'Another device')
}
