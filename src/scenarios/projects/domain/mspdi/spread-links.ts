import type { LinkKind } from '#platform/kernel/scheduling/index.ts'
import type { FileNotes } from './file-note.ts'
import type { OutlinedTask } from './file-outline.ts'
import type { FileLink, PlannedLink } from './project-file.ts'

/*
 * Only leaves are linked. A link of a summary task is spread over the leaves below it: what must come after its finish comes
 * after the leaves that nothing inside follows; what it waits on, the leaves wait on that wait on nothing inside. A start
 * of a summary task is the start of its earliest leaf.
 */

/** How many links one link of summary tasks may become. */
const most = 2000

/** The links of leaves, by the UID of the successor. */
export function spreadLinks(outline: readonly OutlinedTask[], notes: FileNotes): Map<number, readonly PlannedLink[]> {
  const tree = treeOf(outline)
  const found = new Map<number, Map<string, PlannedLink>>()
  for (const one of outline)
    for (const link of one.task.links) {
      const problem = problemOf(tree, one, link)
      if (problem) notes.add(problem, one.code)
      else for (const [uid, planned] of spread(tree, one, link, notes)) add(found, uid, planned)
    }
  return new Map([...found].map(([uid, links]) => [uid, [...links.values()]]))
}

type Tree = {
  readonly byUid: ReadonlyMap<number, { readonly one: OutlinedTask; readonly place: number }>
  /** The task itself where it is a leaf. */
  leavesOf(uid: number): readonly OutlinedTask[]
}

function treeOf(outline: readonly OutlinedTask[]): Tree {
  const byUid = new Map(outline.map((one, place) => [one.task.uid, { one, place }]))
  return {
    byUid,
    leavesOf: (uid) => {
      const { one, place } = byUid.get(uid) ?? {}
      if (one === undefined || place === undefined || one.leaf) return one === undefined ? [] : [one]
      let end = place + 1
      while ((outline[end]?.depth ?? 0) > one.depth) end++
      return outline.slice(place + 1, end).filter(({ leaf }) => leaf)
    },
  }
}

function problemOf(tree: Tree, { task }: OutlinedTask, link: FileLink) {
  if (link.cross) return 'link-cross-project'
  if (!tree.byUid.has(link.uid)) return 'link-unknown'
  return isWithin(tree, task.uid, link.uid) || isWithin(tree, link.uid, task.uid) ? 'link-inside' : undefined
}

/** Whether a task is another or stands somewhere below it. */
function isWithin({ byUid }: Tree, inner: number, outer: number): boolean {
  for (let uid: number | null = inner; uid !== null; uid = byUid.get(uid)?.one.parent ?? null)
    if (uid === outer) return true
  return false
}

function spread(tree: Tree, one: OutlinedTask, link: FileLink, notes: FileNotes): (readonly [number, PlannedLink])[] {
  const before = tree.byUid.get(link.uid)?.one
  if (before === undefined) return []
  if (one.leaf && before.leaf) return [[one.task.uid, plannedOf(link.uid, link)]]
  const fromFinish = link.kind === 'FS' || link.kind === 'FF'
  const toStart = link.kind === 'FS' || link.kind === 'SS'
  const from = before.leaf
    ? [before]
    : fromFinish
      ? lastOf(tree.leavesOf(link.uid))
      : earliestOf(tree.leavesOf(link.uid))
  const to = one.leaf ? [one] : toStart ? firstOf(tree.leavesOf(one.task.uid)) : lastOf(tree.leavesOf(one.task.uid))
  if (from.length * to.length > most) {
    notes.add('link-too-many', one.code)
    return []
  }
  notes.add(before.leaf || fromFinish ? 'link-of-summary' : 'link-of-summary-start', one.code)
  return to.flatMap((after) => from.map((leaf) => [after.task.uid, plannedOf(leaf.task.uid, link)] as const))
}

/** Leaves that no other leaf among them names as a predecessor. */
function lastOf(leaves: readonly OutlinedTask[]): readonly OutlinedTask[] {
  const named = new Set(leaves.flatMap(({ task }) => task.links.map(({ uid }) => uid)))
  const last = leaves.filter(({ task }) => !named.has(task.uid))
  return last.length > 0 ? last : leaves
}

/** Leaves that name no other leaf among them as a predecessor. */
function firstOf(leaves: readonly OutlinedTask[]): readonly OutlinedTask[] {
  const uids = new Set(leaves.map(({ task }) => task.uid))
  const first = leaves.filter(({ task }) => task.links.every(({ uid }) => !uids.has(uid)))
  return first.length > 0 ? first : leaves
}

function earliestOf(leaves: readonly OutlinedTask[]): readonly OutlinedTask[] {
  return leaves.toSorted((a, b) => (a.task.start ?? 0) - (b.task.start ?? 0)).slice(0, 1)
}

function plannedOf(
  uid: number,
  { kind, lag }: { readonly kind: LinkKind; readonly lag: FileLink['lag'] },
): PlannedLink {
  return { uid, kind, lag }
}

function add(found: Map<number, Map<string, PlannedLink>>, uid: number, link: PlannedLink): void {
  const links = found.get(uid) ?? new Map<string, PlannedLink>()
  links.set(`${link.uid} ${link.kind}`, link)
  found.set(uid, links)
}
