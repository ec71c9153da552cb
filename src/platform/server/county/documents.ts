import { checkDecisions } from './decision-models.ts'
import {
  type DocumentKind,
  type DocumentOf,
  type Documents,
  declaredKinds,
  type ReferenceTo,
} from './document-kinds.ts'
import { versioned } from './ladders.ts'
import { checkCertificates } from './matter-certificates.ts'
import { faultsOf } from './matter-faults.ts'
import { type Placed, placed, type Report } from './report.ts'
import type { Section, Sections } from './sections.ts'
import type { ValuePath } from './source.ts'

type Versioned = { readonly id: string; readonly version: number }

/** The versioned documents of a pack: each version once, and whatever they name is there. */
export function documentsOf(sections: Sections, organisations: ReadonlySet<string>, report: Report): Documents {
  const all = new Map(declaredKinds.map(([kind, declared]) => [kind, listed(sections, declared)]))
  const idsOf = (kind: DocumentKind) => new Set(all.get(kind)?.map(({ item }) => item.id))
  const known: Readonly<Record<ReferenceTo, ReadonlySet<string>>> = {
    organisation: organisations,
    ...{ field: idsOf('field'), connector: idsOf('connector'), dataset: idsOf('dataset') },
    'decision-model': idsOf('decision-model'),
  }
  for (const [kind, { refers = [] }] of declaredKinds)
    for (const { item, at } of all.get(kind) ?? [])
      for (const { way, to } of refers)
        for (const { value, path } of found(item, way))
          if (typeof value === 'string' && !known[to].has(value)) report.unknown(to, value, at(...path))
  const matters = (all.get('matter') ?? []) as unknown as readonly Placed<DocumentOf<'matter'>>[]
  const plain = <K extends DocumentKind>(kind: K) =>
    (all.get(kind) ?? []).map(({ item }) => item) as unknown as readonly DocumentOf<K>[]
  tellFaults(matters, report)
  checkDecisions(matters, plain('decision-model'), report)
  checkCertificates(matters, plain('credential'), report)
  return Object.fromEntries(
    declaredKinds.map(([kind]) => [
      kind,
      report.unique(all.get(kind) ?? [], versioned, 'county.id.duplicate', 'id').map(({ item }) => item),
    ]),
  ) as unknown as Documents
}

/** What is wrong inside a matter, whatever it names outside. */
function tellFaults(matters: readonly Placed<DocumentOf<'matter'>>[], report: Report): void {
  for (const { item, at } of matters)
    for (const { way, kind, id } of faultsOf(item)) report.add(`county.matter.${kind}`, at(...way), { id })
}

function listed(sections: Sections, { section, list }: (typeof declaredKinds)[number][1]): Placed<Versioned>[] {
  const files = sections[section] as readonly Section<Readonly<Record<string, readonly Versioned[]>>>[]
  return files.flatMap((file) => placed(file, file.value[list] ?? [], list))
}

/** The values at the end of a way, each with where it stands. */
function found(value: unknown, way: readonly string[], path: ValuePath = []): { value: unknown; path: ValuePath }[] {
  const [step, ...rest] = way
  if (step === undefined) return [{ value, path }]
  if (step === '*')
    return Array.isArray(value) ? value.flatMap((item, index) => found(item, rest, [...path, index])) : []
  const inner = (value as Readonly<Record<string, unknown>> | null | undefined)?.[step]
  return inner === undefined ? [] : found(inner, rest, [...path, step])
}
