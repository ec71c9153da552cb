import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { DecisionService, InputData, Model, Place, Requirements } from './model.ts'

/** What one document says, and the models that it imports. */
export type ModelPart = { readonly model: Model; readonly imports: readonly Import[] }
type Import = {
  readonly name: string
  readonly namespace: string
  /** Where the document said that it is, relative to itself. */
  readonly location?: string
  readonly place: Place
}

/** Gives the document that is meant, the same each time. */
export type FindPart = (wanted: Pick<Import, 'namespace' | 'location'>) => ModelPart | undefined

/**
 * Makes one model of a document and of all that it imports. What is imported goes by the name of its import (`贷款.月供`; an import
 * without a name adds nothing). A model that is imported along two ways is there twice, each time with facts of its own
 * (`甲.贷款.人`, `乙.贷款.人`).
 * Refusals: `rules.model.import`, `rules.model.loop`.
 */
export function linkModel(part: ModelPart, find: FindPart, on: readonly ModelPart[] = []): Result<Model> {
  const path = [...on, part]
  let linked = withLinks(part)
  for (const { name, namespace, place, location } of part.imports) {
    const found = find({ namespace, ...(location && { location }) })
    if (found === undefined) return refuse('rules.model.import', { name: name || namespace, ...place })
    if (path.includes(found))
      return refuse('rules.model.loop', { loop: [...path, found].map((one) => one.model.name).join(' → ') })
    const imported = linkModel(found, find, path)
    if (!imported.ok) return imported
    linked = joined(linked, underName(imported.value, { name, namespace }))
  }
  return ok(linked)
}

type Source = Pick<Import, 'name' | 'namespace'>

/** `http://…/imported/` is meant by `http://…/imported#id`, too. */
function withoutSlash(namespace: string): string {
  return namespace.replace(/\/$/, '')
}

function idUnder({ name, namespace }: Source, id: string): string {
  return `${name || namespace}/${id}`
}

/** Turns references to other documents (`http://…#id`) into ids of the linked model, and says by which import each is named. */
function withLinks({ model, imports }: ModelPart): Model {
  const sourceOf = (id: string) => imports.find(({ namespace }) => id.startsWith(`${withoutSlash(namespace)}#`))
  const idOf = (id: string) => {
    const source = sourceOf(id)
    return source ? idUnder(source, id.slice(id.indexOf('#') + 1)) : id
  }
  const named = <T extends { readonly requires: Requirements }>(one: T): T => {
    const { decisions, inputs, knowledge } = one.requires
    const from = new Map(
      [...decisions, ...inputs, ...knowledge].flatMap((id) => {
        const name = sourceOf(id)?.name
        return name ? [[idOf(id), name] as const] : []
      }),
    )
    return { ...one, requires: { ...requirementsOf(one.requires, idOf), ...(from.size > 0 && { from }) } }
  }
  return {
    ...model,
    decisions: model.decisions.map(named),
    knowledge: model.knowledge.map(named),
    services: model.services.map((one) => serviceOf(one, idOf)),
  }
}

function joined(model: Model, imported: Model): Model {
  return {
    ...model,
    types: new Map([...imported.types, ...model.types]),
    inputs: [...model.inputs, ...imported.inputs],
    decisions: [...model.decisions, ...imported.decisions],
    knowledge: [...model.knowledge, ...imported.knowledge],
    services: [...model.services, ...imported.services],
  }
}

/** The same model as another sees it: ids, names and types under the name of the import. */
function underName(model: Model, source: Source): Model {
  const called = (text: string) => (source.name === '' ? text : `${source.name}.${text}`)
  const idOf = (id: string) => idUnder(source, id)
  const typed = <T>(value: T): T => withTypes(value, (type) => (model.types.has(type) ? called(type) : type)) as T
  const element = <T extends { readonly id: string; readonly name: string }>(one: T): T => ({
    ...typed(one),
    id: idOf(one.id),
    name: called(one.name),
  })
  const requiring = <T extends { readonly id: string; readonly name: string; readonly requires: Requirements }>(
    one: T,
  ): T => ({ ...element(one), requires: requirementsOf(one.requires, idOf) })
  return {
    ...model,
    types: new Map([...model.types].map(([key, type]) => [called(key), { ...typed(type), name: called(type.name) }])),
    inputs: model.inputs.map((one) => ({ ...element(one), path: pathUnder(source, one) })),
    decisions: model.decisions.map(requiring),
    knowledge: model.knowledge.map(requiring),
    services: model.services.map((one) => serviceOf(element(one), idOf)),
  }
}

function pathUnder({ name }: Source, { path, name: own }: InputData): readonly string[] {
  return [...(name === '' ? [] : [name]), ...(path ?? [own])]
}

type IdOf = (id: string) => string

function requirementsOf({ decisions, inputs, knowledge, from }: Requirements, idOf: IdOf): Requirements {
  return {
    decisions: decisions.map(idOf),
    inputs: inputs.map(idOf),
    knowledge: knowledge.map(idOf),
    ...(from && { from: new Map([...from].map(([id, name]) => [idOf(id), name])) }),
  }
}

function serviceOf(service: DecisionService, idOf: IdOf): DecisionService {
  return {
    ...service,
    outputs: service.outputs.map(idOf),
    encapsulated: service.encapsulated.map(idOf),
    inputDecisions: service.inputDecisions.map(idOf),
    inputs: service.inputs.map(idOf),
  }
}

/** A piece of a model with every type in it named anew, however deep it stands. */
function withTypes(value: unknown, rename: (type: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => withTypes(one, rename))
  if (typeof value !== 'object' || value === null || value instanceof Map) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'typeRef' && typeof inner === 'string' ? rename(inner) : withTypes(inner, rename),
    ]),
  )
}
