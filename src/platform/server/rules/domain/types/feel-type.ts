import type { FeelKind } from '../feel/equality.ts'
import type { CompiledTests } from '../feel/unary-tests.ts'

/** A type of the model, ready to look at values: what is restricted names its tests. */
export type FeelType = { readonly allowed?: { readonly text: string; readonly tests: CompiledTests } } & (
  | { readonly kind: 'any' }
  | {
      readonly kind: 'basic'
      readonly name: FeelKind
      /** Of a function: what it gives, and what it takes by name, where that is declared. */
      readonly returns?: FeelType
      readonly parameters?: ReadonlyMap<string, FeelType>
    }
  | { readonly kind: 'list'; readonly of: FeelType }
  | { readonly kind: 'context'; readonly fields: ReadonlyMap<string, FeelType> }
)

export const anyType: FeelType = { kind: 'any' }

/** What a person is told that a value should be. */
export function typeName(type: FeelType): string {
  if (type.kind === 'basic') return type.name
  if (type.kind === 'list') return type.of.kind === 'any' ? 'list' : `list<${typeName(type.of)}>`
  if (type.kind === 'context') return `context<${[...type.fields.keys()].join(', ')}>`
  return 'Any'
}

/** What a value of a type gives when it is called; a model may write that in the place of the function's own type. */
export function returnsOf(type: FeelType): FeelType {
  return type.kind === 'basic' && type.name === 'function' ? (type.returns ?? anyType) : type
}
