import type { z } from 'zod'
import type { Formats, SectionName } from './sections.ts'

/** A way into a document: field names, `*` for every item of a list. */
type Way = readonly string[]

/** Where a kind of document stands in the pack, and what it names that must be there. */
type Declared = {
  readonly section: SectionName
  /** The list of the file that holds the documents. */
  readonly list: string
  readonly refers?: readonly { readonly way: Way; readonly to: ReferenceTo }[]
  /** Fields that stand beside a version and are no part of it, as words by which it is found: they may be edited at any time. */
  readonly aids?: readonly string[]
}

/** What a document may name: an organisation, or a document of another kind by its id. */
export type ReferenceTo = 'organisation' | 'field' | 'connector' | 'dataset' | 'decision-model'

/**
 * The versioned documents of a pack, each with an id, a version that is never edited, and in most kinds a day from which it holds.
 * A new kind is a shape, a line in `formats` and a line here; `CountyRules.documents` reads it.
 */
export const documentKinds = {
  'lamp-rule': { section: 'lamps', list: 'rules' },
  'plan-kind': { section: 'planKinds', list: 'rules' },
  'check-rule': { section: 'planCheck', list: 'rules' },
  'plate-rule': { section: 'plates', list: 'rules' },
  'point-rule': { section: 'points', list: 'rules' },
  'payment-rule': { section: 'payments', list: 'rules' },
  'duty-rule': { section: 'supervision', list: 'rules', refers: [{ way: ['offices'], to: 'organisation' }] },
  field: { section: 'fields', list: 'fields' },
  connector: { section: 'connectors', list: 'connectors', refers: [{ way: ['owner'], to: 'organisation' }] },
  dataset: {
    section: 'datasets',
    list: 'datasets',
    refers: [
      { way: ['owner'], to: 'organisation' },
      { way: ['source', 'connector'], to: 'connector' },
      { way: ['fields', '*', 'field'], to: 'field' },
      { way: ['key'], to: 'field' },
      { way: ['nameField'], to: 'field' },
    ],
  },
  'decision-model': { section: 'decisionModels', list: 'models' },
  grant: {
    section: 'grants',
    list: 'grants',
    refers: [
      { way: ['organisation'], to: 'organisation' },
      { way: ['dataset'], to: 'dataset' },
      { way: ['fields', '*'], to: 'field' },
    ],
  },
  credential: {
    ...{ section: 'credentials', list: 'credentials' },
    refers: [
      { way: ['issuer'], to: 'organisation' },
      { way: ['fields', '*', 'field'], to: 'field' },
    ],
  },
  matter: {
    ...{ section: 'matters', list: 'matters', aids: ['sayings'] },
    refers: [
      { way: ['authority'], to: 'organisation' },
      { way: ['steps', '*', 'unit'], to: 'organisation' },
      { way: ['materials', '*', 'dataset'], to: 'dataset' },
      { way: ['materials', '*', 'fields', '*'], to: 'field' },
      { way: ['form', '*', 'field'], to: 'field' },
      { way: ['steps', '*', 'gives', '*'], to: 'field' },
      { way: ['decision', 'model'], to: 'decision-model' },
    ],
  },
} as const satisfies Record<string, Declared>

export type DocumentKind = keyof typeof documentKinds

type FileOf<K extends DocumentKind> = z.infer<Formats[(typeof documentKinds)[K]['section']]['shape']>
type ListOf<K extends DocumentKind> = FileOf<K>[(typeof documentKinds)[K]['list'] & keyof FileOf<K>]

/** A document of a kind, as the pack says it. */
export type DocumentOf<K extends DocumentKind> = ListOf<K> extends readonly (infer Item)[] ? Item : never

/** All documents of a pack, by kind, in the order of its files. */
export type Documents = { readonly [K in DocumentKind]: readonly DocumentOf<K>[] }

/** The kinds, each with its declaration. */
export const declaredKinds = Object.entries(documentKinds) as readonly (readonly [DocumentKind, Declared])[]
