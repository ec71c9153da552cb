import type { FeelType } from '../types/feel-type.ts'

/** A value of the shape of a type, for a parser that asks which names there are. */
export function sampleOf(type: FeelType): unknown {
  if (type.kind === 'list') return [sampleOf(type.of)]
  if (type.kind === 'context')
    return Object.fromEntries([...type.fields].map(([name, field]) => [name, sampleOf(field)]))
  return null
}
