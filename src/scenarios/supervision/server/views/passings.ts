import { workingTimeBetween } from '#platform/kernel/working-time/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import type { StoryEntry } from '#platform/server/journal/index.ts'
import {
  climb,
  type Ladder,
  type Limit,
  type ObligationRow,
  obligationOf,
  rulesOfObligation,
} from '#platform/server/obligations/index.ts'
import type { Passing } from '../../contract/views.ts'
import type { RequestRow } from '../request-store.ts'
import { requestView } from './request-view.ts'

type Story = {
  readonly obligation: ObligationRow
  readonly entries: readonly StoryEntry[]
  readonly requests: readonly RequestRow[]
  readonly names: Names
}

const inChina = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })

/** Why an obligation climbed, passing by passing: recorded ones, then those that a sweep has yet to record. */
export function passingsOf(rules: CountyRules, { actor, now }: CallContext['call'], story: Story): Passing[] {
  const { obligation } = story
  const own = rulesOfObligation(rules, obligation)
  const recorded = story.entries
    .filter(({ kind }) => kind === 'obligations.obligation.climbed')
    .map(({ id, at, payload }) => ({ entry: id as string | null, at: at.getTime(), level: Number(payload?.level) }))
  const coming = climb(own, obligationOf(obligation), now.getTime())
    .events.filter(({ kind }) => kind === 'obligations.obligation.climbed')
    .map(({ at, payload }) => ({ entry: null, at, level: Number(payload.level) }))
  return [...recorded, ...coming].map(({ entry, at, level }) => {
    const rung = own.ladder.levels[level - 1]
    const receiver = rung?.receiver
    const holder = receiver && ('relation' in receiver ? obligation.lead_organisation : receiver.organisation)
    const appeal = story.requests.find((one) => one.kind === 'appeal' && one.level === level)
    return {
      ...{ level, name: rung?.name ?? '', at: new Date(at).toISOString(), entry },
      holder: holder ? story.names.organisation(holder) : '',
      text: textOf(own.ladder, level),
      rule: { id: own.ladder.id, version: own.ladder.version },
      facts: factsOf(rules, obligation, at),
      appeal: appeal ? requestView(appeal, story.names, actor) : null,
    }
  })
}

function textOf(ladder: Ladder, level: number): string {
  const before = ladder.levels[level - 2]?.limit
  if (level === 1 || before === undefined)
    return `${ladder.name}：办结时限届满仍未提交办理结果，即进入${ladder.levels[0]?.name ?? ''}。`
  return `${ladder.name}：上一级督办满${limitText(before)}仍未办结，自动进入${ladder.levels[level - 1]?.name ?? ''}。`
}

/** A limit in words. */
export function limitText(limit: Limit): string {
  return 'workingDays' in limit ? ` ${limit.workingDays} 个工作日` : ` ${limit.workingHours} 个工作小时`
}

function factsOf(rules: CountyRules, row: ObligationRow, at: number): Passing['facts'] {
  const late = workingTimeBetween(rules.calendar, row.due_at.getTime(), at).workingMilliseconds
  const hours = Math.floor(late / 3_600_000)
  return [
    { name: '办结时限', value: inChina.format(row.due_at) },
    { name: '升级时刻', value: inChina.format(at) },
    { name: '当时已逾期', value: `${hours} 个工作小时` },
    { name: '工作日历', value: row.calendar_version },
  ]
}
