import type { DatabaseFacts } from './doctor-store.ts'
import { type Finding, fine } from './finding.ts'
import type { Subject } from './subject.ts'

/** The State Council publishes the days off of a year in the last weeks of the year before. */
const monthOfPublication = 12

/** The county: its calendar, its people, what it could not tell them. */
export function countyFindings(subject: Subject, { accountsLeft, deadMessages }: DatabaseFacts): Finding[] {
  return [calendarOf(subject), accountsOf(accountsLeft), deliveriesOf(subject, deadMessages)]
}

function calendarOf({ now, publishedYears }: Subject): Finding {
  const year = now.getFullYear()
  const wanted = now.getMonth() + 1 >= monthOfPublication ? [year, year + 1] : [year]
  const missing = wanted.find((each) => !publishedYears.has(each))
  if (missing === undefined)
    return fine('calendar', `${wanted.at(-1)} 年放假安排已载入`, `The days off of ${wanted.at(-1)} are known`)
  return {
    check: 'calendar',
    level: missing === year ? 'wrong' : 'attention',
    zh: `${missing} 年的放假安排还没有载入，时限按普通周历推算；国务院公布后，请升级，或写入 calendar.yaml 的 extraDays 和 publishedYears 并运行 xianqu apply。`,
    en: `The days off of ${missing} are not known, so deadlines follow the plain week; once they are published, upgrade, or put them into calendar.yaml (extraDays, publishedYears) and run xianqu apply.`,
  }
}

function accountsOf(left: number): Finding {
  if (left === 0) return fine('accounts', '没有离任人员留下的账号', 'No account belongs to somebody who has left')
  return {
    check: 'accounts',
    level: 'attention',
    zh: `有 ${left} 个账号的主人已不任任何岗位；他们不能登录，请安全管理员核对任免，系统管理员停用账号。`,
    en: `${left} accounts belong to people who hold no post; they cannot sign in. Let the security administrator check the appointments.`,
  }
}

function deliveriesOf({ isDemo }: Subject, dead: number): Finding {
  if (dead === 0) return fine('deliveries', '没有未送达的消息', 'Every message has been delivered')
  if (isDemo)
    return fine(
      'deliveries',
      `有 ${dead} 条对外消息未送达，是演示县的模拟接收方有意拒收的`,
      `${dead} messages could not be delivered: the receivers of a demonstration refuse some on purpose`,
    )
  return {
    check: 'deliveries',
    level: 'attention',
    zh: `有 ${dead} 条对外消息未送达；请系统管理员在“对外通知”页查看原因，修好渠道后重发。`,
    en: `${dead} messages could not be delivered; let the system administrator look at the reasons on the page Deliveries, mend the channel and send them again.`,
  }
}
