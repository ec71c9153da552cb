import type { PlanLink } from '#platform/kernel/scheduling/link.ts'
import type { Edit, OutlineNode, PlacedNode } from './outline-node.ts'

/** Why an operation cannot be applied. */
export type EditFault = { readonly code: string; readonly facts: Readonly<Record<string, string | number>> }

type Place = { readonly parent: string | null; readonly before: string | null }

/** An outline in the hands of an edit: its nodes by id, and who stands below whom in which order. */
export class Outline {
  readonly nodes: Map<string, OutlineNode>
  /** Nodes that were taken out, with all below them. */
  readonly removed = new Map<string, OutlineNode>()
  readonly #children = new Map<string | null, string[]>()

  constructor(nodes: readonly OutlineNode[]) {
    this.nodes = new Map(nodes.map((node) => [node.id, node]))
    for (const node of nodes) this.#below(node.parent).push(node.id)
  }

  apply(edit: Edit): EditFault | undefined {
    if (edit.op === 'add') return this.#add(edit)
    const node = this.nodes.get(edit.node)
    if (node === undefined) return { code: 'plans.edit.node-unknown', facts: { node: edit.node } }
    if (edit.op === 'move') return this.#move(node, edit)
    if (edit.op === 'remove') this.#remove(node)
    else if (edit.op === 'change') this.nodes.set(node.id, { ...node, ...edit.fields })
    else this.nodes.set(node.id, { ...node, links: edit.links })
    return undefined
  }

  isEmpty(): boolean {
    return this.nodes.size === 0
  }

  isLeaf(id: string): boolean {
    return this.#below(id).length === 0
  }

  /** The leaves below a node, or itself where it is one. */
  leavesOf(id: string): string[] {
    return this.isLeaf(id) ? [id] : this.#below(id).flatMap((child) => this.leavesOf(child))
  }

  /** Whether one of two nodes is the other, or stands above it. */
  areKin(a: string, b: string): boolean {
    return a === b || this.#isAbove(a, b) || this.#isAbove(b, a)
  }

  /** Branches whose dates are those of the leaves below them. */
  spanningBranches(): string[] {
    return [...this.nodes.values()].filter((node) => !this.isLeaf(node.id) && this.#spans(node)).map(({ id }) => id)
  }

  /** Lets branches span their leaves again: those given, and those that had been leaves or are new. */
  spanAgain(spanning: readonly string[]): void {
    const known = new Set(spanning)
    for (const node of this.nodes.values())
      if (!this.isLeaf(node.id) && (known.has(node.id) || this.#isFresh.has(node.id)))
        this.nodes.set(node.id, { ...node, ...this.#spanOf(node.id) })
  }

  /** The nodes from top to bottom, numbered anew where asked. */
  placed(links: ReadonlyMap<string, readonly PlanLink[]>, renumber: boolean): PlacedNode[] {
    const placed: PlacedNode[] = []
    const walk = (ids: readonly string[], depth: number, prefix: string) => {
      for (const [index, id] of ids.entries()) {
        const node = this.#get(id)
        const code = renumber ? `${prefix}${index + 1}` : node.code
        const leaf = this.isLeaf(id)
        placed.push({ ...node, code, depth, leaf, ordinal: placed.length, links: links.get(id) ?? [] })
        walk(this.#below(id), depth + 1, `${prefix}${index + 1}.`)
      }
    }
    walk(this.#below(null), 0, '')
    return placed
  }

  readonly #isFresh = new Set<string>()

  #add({ node: id, fields, ...place }: Extract<Edit, { op: 'add' }>): EditFault | undefined {
    if (this.nodes.has(id) || this.removed.has(id))
      return { code: 'plans.edit.node-twice', facts: { node: fields.title } }
    return this.#put({ ...fields, id, parent: place.parent, code: '', links: [] }, place)
  }

  #move(node: OutlineNode, place: Place): EditFault | undefined {
    if (place.parent !== null && (place.parent === node.id || this.#isAbove(node.id, place.parent)))
      return { code: 'plans.edit.inside-itself', facts: { node: `${node.code} ${node.title}`.trim() } }
    this.#takeOut(node)
    return this.#put({ ...node, parent: place.parent }, place)
  }

  #put(node: OutlineNode, { parent, before }: Place): EditFault | undefined {
    if (parent !== null && !this.nodes.has(parent)) return { code: 'plans.edit.node-unknown', facts: { node: parent } }
    if (parent !== null && this.isLeaf(parent)) this.#isFresh.add(parent)
    const brothers = this.#below(parent)
    const index = before === null ? brothers.length : brothers.indexOf(before)
    if (index < 0) return { code: 'plans.edit.node-unknown', facts: { node: before ?? '' } }
    brothers.splice(index, 0, node.id)
    this.nodes.set(node.id, node)
    return undefined
  }

  #remove(node: OutlineNode): void {
    for (const child of [...this.#below(node.id)]) this.#remove(this.#get(child))
    this.#takeOut(node)
    this.nodes.delete(node.id)
    this.removed.set(node.id, node)
  }

  #takeOut(node: OutlineNode): void {
    const brothers = this.#below(node.parent)
    brothers.splice(brothers.indexOf(node.id), 1)
  }

  #isAbove(above: string, id: string): boolean {
    const parent = this.nodes.get(id)?.parent ?? null
    return parent !== null && (parent === above || this.#isAbove(above, parent))
  }

  #spans(node: OutlineNode): boolean {
    const span = this.#spanOf(node.id)
    return span.plannedStart === node.plannedStart && span.deadline === node.deadline
  }

  #spanOf(id: string) {
    const leaves = this.leavesOf(id).map((leaf) => this.#get(leaf))
    return {
      plannedStart: leaves.reduce((least, leaf) => Math.min(least, leaf.plannedStart), Number.POSITIVE_INFINITY),
      deadline: leaves.reduce((most, leaf) => Math.max(most, leaf.deadline), Number.NEGATIVE_INFINITY),
    }
  }

  #get(id: string): OutlineNode {
    const node = this.nodes.get(id)
    if (node === undefined) throw new Error(`the outline has lost ${id}`)
    return node
  }

  #below(id: string | null): string[] {
    const known = this.#children.get(id)
    if (known) return known
    const fresh: string[] = []
    this.#children.set(id, fresh)
    return fresh
  }
}
