import type { FeelKind } from '../feel/equality.ts'
import { compileTests } from '../feel/unary-tests.ts'
import type { ItemDefinition, Model } from '../model/model.ts'
import { anyType, type FeelType } from './feel-type.ts'

const basic: Readonly<Record<string, FeelKind>> = {
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  dateTime: 'date and time',
  'date and time': 'date and time',
  dayTimeDuration: 'days and time duration',
  'days and time duration': 'days and time duration',
  yearMonthDuration: 'years and months duration',
  'years and months duration': 'years and months duration',
  function: 'function',
  range: 'range',
}

/** Gives the type of a name, as the model or FEEL has it; a name that neither has stands for any value. */
export type TypeOf = (typeRef: string | undefined) => FeelType

const deepest = 20

/** Resolves the types of a model once. A type that holds itself is any value from a depth on that no document reaches. */
export function resolveTypes(model: Model): TypeOf {
  const known = new Map<string, FeelType>()
  const typeOf = (typeRef: string | undefined, depth: number): FeelType => {
    if (typeRef === undefined || depth > deepest) return anyType
    const found = known.get(typeRef)
    if (found) return found
    const definition = model.types.get(typeRef) ?? model.types.get(withoutPrefix(typeRef))
    const type = definition ? define(definition, depth) : builtIn(withoutPrefix(typeRef), depth)
    if (depth === 0) known.set(typeRef, type)
    return type
  }
  const define = (item: ItemDefinition, depth: number): FeelType => {
    const element = restrict(structure(item, depth), item.allowed)
    return item.isCollection ? { kind: 'list', of: element } : element
  }
  const structure = (item: ItemDefinition, depth: number): FeelType => {
    if (item.function) return functionType(item.function, depth)
    if (item.components.length === 0) return typeOf(item.typeRef, depth + 1)
    return { kind: 'context', fields: new Map(item.components.map((one) => [one.name, define(one, depth + 1)])) }
  }
  const functionType = ({ parameters, returns }: NonNullable<ItemDefinition['function']>, depth: number): FeelType => ({
    kind: 'basic',
    name: 'function',
    ...(returns && { returns: typeOf(returns, depth + 1) }),
    parameters: new Map(parameters.map((one) => [one.name, typeOf(one.typeRef, depth + 1)])),
  })
  const builtIn = (typeRef: string, depth: number): FeelType => {
    const name = typeRef.trim()
    const list = /^list<(.*)>$/.exec(name)
    if (list) return { kind: 'list', of: typeOf(list[1], depth + 1) }
    if (name === 'list') return { kind: 'list', of: anyType }
    if (name === 'context') return { kind: 'context', fields: new Map() }
    const fields = /^context<(.*)>$/s.exec(name)?.[1]
    if (fields !== undefined)
      return {
        kind: 'context',
        fields: new Map(splitTypes(fields).map(([key, type]) => [key, typeOf(type, depth + 1)])),
      }
    if (/^(range|function)</.test(name)) return { kind: 'basic', name: name.startsWith('range') ? 'range' : 'function' }
    const kind = basic[name]
    return kind === undefined ? anyType : { kind: 'basic', name: kind }
  }
  return (typeRef) => typeOf(typeRef, 0)
}

/** DMN 1.1 and 1.2 write types as `feel:number` or `tns:tLoan`. */
function withoutPrefix(typeRef: string): string {
  return typeRef.replace(/^[\w.-]+:(?=\S)/, '')
}

/** `a: number, b: list<string>` by its commas outside of brackets. */
function splitTypes(text: string): [string, string][] {
  let depth = 0
  const pieces = ['']
  for (const letter of text) {
    if (letter === '<') depth += 1
    if (letter === '>') depth -= 1
    if (letter === ',' && depth === 0) pieces.push('')
    else pieces[pieces.length - 1] += letter
  }
  return pieces.map((piece) => {
    const colon = piece.indexOf(':')
    return [piece.slice(0, colon).trim(), piece.slice(colon + 1).trim()]
  })
}

/** Values that a type allows take the place of those that it would inherit, as the conformance kit has it. */
function restrict(type: FeelType, text: string | undefined): FeelType {
  return text === undefined ? type : { ...type, allowed: { text, tests: compileTests(text) } }
}
