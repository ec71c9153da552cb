import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { listFiles } from '#platform/server/files/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import { levelInstants, type ObligationRow, rulesOfObligation } from '#platform/server/obligations/index.ts'
import type { NodeRow as StoredNode } from '#platform/server/plans/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { LadderView, NodeDetail } from '../../contract/views.ts'
import { mayAccept, mayReport } from '../reach.ts'
import { appealView } from './appeal-view.ts'
import { causesOf, causeView, namesInCauses, type StoredCause } from './late-causes.ts'
import { nodeRowOf, partsFor, partyOf } from './node-rows.ts'
import { type NodeStory, readNodeStory } from './node-story.ts'
import { mentionedIn, trailOf } from './trail.ts'

/** One node: what, clock and ladder, next action, trail. */
export async function viewNode(services: Services, call: CallContext['call'], id: string): Promise<NodeDetail> {
  return call.read(async (tx) => {
    const rules = services.rules()
    const story = await readNodeStory(tx, call, id)
    const { node } = story
    const upstream = causesOf(story.siblings, id, call.now.getTime())
    const [parts, names, files] = await Promise.all([
      partsFor(tx, call.actor.jurisdiction, rules, [node], call.now),
      namesFor(tx, call, { rules, story, upstream }),
      listFiles(tx, call.actor.jurisdiction, mentionedIn(story.entries).files),
    ])
    const row = nodeRowOf(node, parts)
    return {
      ...row,
      nature: node.nature,
      version: node.version,
      acceptor: partyOf(names, node.lead_organisation, node.lead_person),
      startedAt: node.started_at?.toISOString() ?? null,
      submittedAt: node.submitted_at?.toISOString() ?? null,
      finishedAt: node.finished_at?.toISOString() ?? null,
      predecessors: neighbours(story, names, (one) => node.predecessors.includes(one.id)),
      successors: neighbours(story, names, (one) => one.predecessors.includes(node.id)),
      ladder: story.obligation ? ladderOf(rules, story.obligation, names) : null,
      upstream: upstream.map((cause) => causeView(rules, cause, names)),
      trail: trailOf(story.entries, names, files),
      appeals: story.appeals.map((appeal) => appealView(rules, appeal, names)),
      may: mayOf(call, story, row.state),
    }
  })
}

/** The ladder of an obligation: its rungs, who holds them, when each is or was reached. */
export function ladderOf(rules: CountyRules, obligation: ObligationRow, names: Names): LadderView {
  const { calendar, ladder } = rulesOfObligation(rules, obligation)
  const instants = levelInstants(calendar, ladder, obligation.due_at.getTime())
  return {
    name: ladder.name,
    rungs: ladder.levels.map((level, index) => {
      const reached = obligation.level > index
      const at = obligation.level === index + 1 ? obligation.level_at?.getTime() : instants[index]
      const comes = reached || obligation.state === 'open'
      return {
        level: index + 1,
        holder: names.organisation(
          'relation' in level.receiver ? obligation.lead_organisation : level.receiver.organisation,
        ),
        at: comes && at !== undefined ? new Date(at).toISOString() : null,
        reached,
      }
    }),
  }
}

type Told = { readonly rules: CountyRules; readonly story: NodeStory; readonly upstream: readonly StoredCause[] }

function namesFor(tx: Transaction, call: CallContext['call'], { rules, story, upstream }: Told): Promise<Names> {
  const { node, siblings, appeals, obligation } = story
  const mentioned = mentionedIn(story.entries)
  const near = siblings.filter((one) => node.predecessors.includes(one.id) || one.predecessors.includes(node.id))
  const receivers = obligation
    ? rulesOfObligation(rules, obligation).ladder.levels.flatMap(({ receiver }) =>
        'organisation' in receiver ? [receiver.organisation] : [],
      )
    : []
  return findNames(tx, call.actor.jurisdiction, {
    organisations: [
      node.lead_organisation,
      ...receivers,
      ...near.map((one) => one.organisation),
      ...mentioned.organisations,
      ...namesInCauses(upstream).organisations,
    ],
    people: [
      node.lead_person,
      ...near.map((one) => one.person),
      ...mentioned.people,
      ...namesInCauses(upstream).people,
      ...appeals.map((one) => one.person_id),
    ],
    posts: [...mentioned.posts, ...appeals.map((one) => one.post_id)],
  })
}

function neighbours(story: NodeStory, names: Names, isOne: (node: StoredNode) => boolean): NodeDetail['predecessors'] {
  return story.siblings
    .filter((one) => one.leaf && isOne(one))
    .map((one) => ({
      node: one.id,
      title: one.title,
      lamp: one.lamp,
      state: one.state,
      owner: partyOf(names, one.organisation, one.person),
    }))
}

function mayOf(call: CallContext['call'], story: NodeStory, state: NodeDetail['state']): NodeDetail['may'] {
  const { node, appeals } = story
  const running = state === 'running' || state === 'returned'
  const reports = mayReport(call.actor, { node })
  const judges = mayAccept(call.actor, node)
  const accepts = judges && node.person !== call.actor.person && state === 'submitted'
  const appealed = appeals.some((one) => one.state === 'open' && one.lamp === node.lamp)
  return {
    report: reports && running,
    submit: reports && running,
    accept: accepts,
    return: accepts,
    appeal: reports && !appealed,
    answerAppeal: judges && appeals.some((one) => one.state === 'open'),
  }
}
