import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { CountyLampRule, CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import {
  advance,
  lampFactsOf,
  nextLamp,
  nodeOf,
  type PlanNode,
  plannedProgress,
  rulesOfPlan,
} from '#platform/server/plans/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Why } from '../../contract/views.ts'
import { listLooks, recordLook } from '../look-store.ts'
import { causesOf, causeView, namesInCauses, type StoredCause } from './late-causes.ts'
import { type NodeStory, readNodeStory } from './node-story.ts'
import { mentionedIn, toldKinds } from './trail.ts'

/** The grounds of a node's lamp. The look itself is put on record for the node's owner to see. */
export async function viewWhy(services: Services, call: CallContext['call'], id: string): Promise<Why> {
  return call.read(async (tx) => {
    const story = await readNodeStory(tx, call, id)
    const rules = services.rules()
    const present = advance(rulesOfPlan(rules, story.node), nodeOf(story.node), call.now.getTime()).node
    const looks = await listLooks(tx, call.actor.jurisdiction, id)
    const upstream = causesOf(story.siblings, id, call.now.getTime())
    const names = await namesFor(tx, call, story, upstream, looks)
    await noteLook(tx, call, story)
    const lampRule = rules.lampRule(story.node.lamp_rule, story.node.lamp_rule_version)
    return {
      conclusion: lampRule.wording[present.lamp].zh,
      lamp: present.lamp,
      rule: ruleView(lampRule),
      facts: factsOf(rules, story, present, names, call.now),
      next: nextView(rules, lampRule, present, call.now),
      upstream: upstream.map((one) => causeView(rules, one, names)),
      entries: story.entries
        .filter(({ kind }) => toldKinds.has(kind))
        .map(({ id: entry, kind, at, position }) => ({
          ...{ entry, kind, at: at.toISOString() },
          position: position === undefined ? null : String(position),
        }))
        .reverse(),
      seenBy: looks.map((look) => ({
        by: `${names.post(look.post_id)} ${names.person(look.person_id)}`,
        at: look.first_at.toISOString(),
      })),
    }
  })
}

function ruleView(rule: CountyLampRule): Why['rule'] {
  const percent = (share: number) => `${Math.round(share * 100)}%`
  return {
    id: rule.id,
    version: rule.version,
    effectiveFrom: rule.effectiveFrom,
    text:
      `${rule.name}：计划进度从计划开始到完成时限按工作时间均匀增长。` +
      `填报进度比计划快 ${percent(rule.aheadBy)} 及以上为蓝灯，慢 ${percent(rule.behindBy)} 及以上或超过时限为红灯，` +
      '成果被退回且未重新提交为黄灯，尚未启动为白灯，其余为绿灯。提交成果后以提交时刻为准。',
  }
}

function factsOf(rules: CountyRules, story: NodeStory, present: PlanNode, names: Names, now: Date): Why['facts'] {
  const { node } = story
  const last = (kind: string) => story.entries.findLast((entry) => entry.kind === kind)
  const planned = last('plans.node.planned')
  const reported = last('plans.node.submitted') ?? last('plans.node.reported')
  const reporter = reported && 'person' in reported.actor ? names.person(reported.actor.person) : ''
  const curve = plannedProgress(rules.calendar, lampFactsOf(present), present.submittedAt ?? now.getTime())
  const source = '项目计划（立项导入）'
  return [
    fact('计划开始', dayOf(node.planned_start), source, planned?.at),
    fact('完成时限', minuteOf(node.deadline), source, planned?.at),
    fact(
      '启动时间',
      present.startedAt === null ? '尚未启动' : minuteOf(new Date(present.startedAt)),
      '系统记录',
      node.started_at,
    ),
    ...dueFact(story),
    fact('填报进度', `${present.progress}%`, reporter ? `${reporter}填报` : '尚无填报', reported?.at),
    fact('按计划应达到', `${Math.round(curve * 100)}%`, `工作日历 ${rules.calendar.version}`, now),
    ...(present.submittedAt === null
      ? []
      : [fact('提交时间', minuteOf(new Date(present.submittedAt)), '系统记录', node.submitted_at)]),
  ]
}

/** The person's own time limit, where the rule of a late start has moved it: it explains a red lamp beside time that is left. */
function dueFact({ node, obligation }: NodeStory): Why['facts'] {
  if (obligation === undefined || obligation.due_at <= node.deadline) return []
  const source = '启动晚于计划，督办时限按计划工期顺延；灯仍按计划时限'
  return [fact('督办时限', minuteOf(obligation.due_at), source, obligation.opened_at)]
}

function fact(name: string, value: string, source: string, at: Date | null | undefined): Why['facts'][number] {
  return { name, value, source, at: at?.toISOString() ?? null }
}

function nextView(rules: CountyRules, rule: CountyLampRule, present: PlanNode, now: Date): Why['next'] {
  const next = nextLamp(rules.calendar, rule, lampFactsOf(present), now.getTime())
  return next === undefined ? null : { lamp: next.lamp, at: new Date(next.at).toISOString() }
}

function namesFor(
  tx: Transaction,
  call: CallContext['call'],
  story: NodeStory,
  upstream: readonly StoredCause[],
  looks: readonly { readonly person_id: string; readonly post_id: string }[],
): Promise<Names> {
  const [mentioned, late] = [mentionedIn(story.entries), namesInCauses(upstream)]
  return findNames(tx, call.actor.jurisdiction, {
    organisations: [...mentioned.organisations, ...late.organisations],
    people: [...mentioned.people, ...late.people, ...looks.map((look) => look.person_id)],
    posts: [...mentioned.posts, ...looks.map((look) => look.post_id)],
  })
}

/** One's own look is nobody's business. */
async function noteLook(tx: Transaction, { actor, now }: CallContext['call'], { node }: NodeStory): Promise<void> {
  if (node.person === actor.person) return
  await recordLook(tx, {
    jurisdiction: actor.jurisdiction,
    thing: node.id,
    person: actor.person,
    post: actor.post,
    day: dateOf(now.getTime()),
    at: now,
    readers: node.readers,
  })
}

const inChina = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })
const minuteOf = (at: Date) => inChina.format(at)
const dayOf = (at: Date) => dateOf(at.getTime())
