import { z } from 'zod'
import { formats } from './sections.ts'

type Schema = {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly anyOf?: readonly Schema[]
}

/** The fields of every file of a county pack as Markdown tables, from the schemas that the loader checks with. */
export function formatTables(): string {
  const parts = Object.values(formats).map(({ name, about, shape }) => {
    const rows = rowsOf(z.toJSONSchema(shape, { io: 'input' }) as Schema, '')
    return [
      `## ${name}`,
      '',
      about,
      '',
      '| field | value | needed | meaning |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n')
  })
  const title =
    '# The fields of a county pack\n\nGenerated from the loader’s schemas; see [county-pack.md](county-pack.md).\n'
  return [title, ...parts].join('\n')
}

function rowsOf(schema: Schema, path: string): string[] {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const here = path === '' ? name : `${path}.${name}`
    const needed = schema.required?.includes(name) ? 'yes' : ''
    return [`| \`${here}\` | ${shapeOf(field)} | ${needed} | ${field.description ?? ''} |`, ...rowsOf(field, here)]
  })
  const entries =
    typeof schema.additionalProperties === 'object' ? rowsOf(schema.additionalProperties, `${path}.*`) : []
  const items = schema.items ? rowsOf(schema.items, `${path}[]`) : []
  const choices = (schema.anyOf ?? []).flatMap((choice) => rowsOf(choice, path))
  return [...fields, ...entries, ...items, ...choices]
}

function shapeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((one) => `\`${one}\``).join(', ')
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.anyOf) return schema.anyOf.map(shapeOf).join(' or ')
  if (schema.items) return `list of ${shapeOf(schema.items)}`
  if (typeof schema.additionalProperties === 'object') return `map to ${shapeOf(schema.additionalProperties)}`
  return String(schema.type ?? 'any')
}
