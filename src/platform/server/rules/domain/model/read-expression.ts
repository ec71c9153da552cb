import { childOf, childrenOf, textOf, type XmlElement } from '../xml/read-xml.ts'
import type { Expression, FunctionDefinition, Iteration, Literal, Parameter, Place } from './model.ts'
import { readTable } from './read-table.ts'

type Reader = (element: XmlElement) => Expression

const readers: Readonly<Record<string, Reader>> = {
  literalExpression: readLiteral,
  decisionTable: readTable,
  context: readContext,
  invocation: readInvocation,
  relation: readRelation,
  list: (element) => ({ kind: 'list', ...boxOf(element), items: element.children.flatMap(readExpression) }),
  functionDefinition: readFunction,
  conditional: (element) => ({
    kind: 'conditional',
    ...boxOf(element),
    ...part('condition', element, 'if'),
    ...part('whenTrue', element, 'then'),
    ...part('whenFalse', element, 'else'),
  }),
  filter: (element) => ({
    kind: 'filter',
    ...boxOf(element),
    ...part('list', element, 'in'),
    ...part('match', element, 'match'),
  }),
  for: (element) => readIteration(element, 'for', 'return'),
  some: (element) => readIteration(element, 'some', 'satisfies'),
  every: (element) => readIteration(element, 'every', 'satisfies'),
}

/** The expression that an element is; nothing where it is something else, such as a description. */
export function readExpression(element: XmlElement): Expression[] {
  const reader = readers[element.name]
  return reader === undefined ? [] : [reader(element)]
}

/** The first expression among an element's children. */
export function expressionIn(element: XmlElement | undefined): Expression | undefined {
  return element?.children.flatMap(readExpression)[0]
}

/** A function with its parameters; `encapsulatedLogic` and `functionDefinition` have the same shape. */
export function readFunction(element: XmlElement): FunctionDefinition {
  const body = expressionIn(element)
  return {
    kind: 'function',
    ...boxOf(element),
    language: element.attributes.get('kind') ?? 'FEEL',
    parameters: childrenOf(element, 'formalParameter').map(readParameter),
    ...(body && { body }),
  }
}

export function readParameter(element: XmlElement): Parameter {
  return { name: nameOf(element), ...typeOf(element) }
}

/** The name of an element with its white space as FEEL has it. */
export function nameOf(element: XmlElement): string {
  return (element.attributes.get('name') ?? '').trim().replace(/\s+/g, ' ')
}

export function typeOf(element: XmlElement | undefined): { typeRef?: string } {
  const typeRef = element?.attributes.get('typeRef')?.trim() ?? (element && textOf(element, 'typeRef'))
  return typeRef ? { typeRef } : {}
}

export function placeOf({ line, column }: XmlElement): Place {
  return { line, column }
}

function boxOf(element: XmlElement): { typeRef?: string; place: Place } {
  return { ...typeOf(element), place: placeOf(element) }
}

function part<K extends string>(key: K, element: XmlElement, name: string): { [P in K]?: Expression } {
  const expression = expressionIn(childOf(element, name))
  return (expression === undefined ? {} : { [key]: expression }) as { [P in K]?: Expression }
}

function readLiteral(element: XmlElement): Literal {
  return { kind: 'literal', ...boxOf(element), text: textOf(element, 'text') ?? '' }
}

function readContext(element: XmlElement): Expression {
  const entries = childrenOf(element, 'contextEntry').map((entry) => {
    const variable = childOf(entry, 'variable')
    const value = expressionIn(entry)
    return { name: variable && nameOf(variable), ...typeOf(variable), ...(value && { value }) }
  })
  const result = entries.find(({ name }) => name === undefined)?.value
  const named = entries.flatMap(({ name, ...rest }) => (name === undefined ? [] : [{ name, ...rest }]))
  return { kind: 'context', ...boxOf(element), entries: named, ...(result && { result }) }
}

function readInvocation(element: XmlElement): Expression {
  const called = childOf(element, 'literalExpression') ?? element
  const bindings = childrenOf(element, 'binding').map((binding) => {
    const parameter = childOf(binding, 'parameter')
    const value = expressionIn(binding)
    return { name: parameter ? nameOf(parameter) : '', ...typeOf(parameter), ...(value && { value }) }
  })
  return { kind: 'invocation', ...boxOf(element), callee: readLiteral(called), bindings }
}

function readRelation(element: XmlElement): Expression {
  const columns = childrenOf(element, 'column').map(readParameter)
  const rows = childrenOf(element, 'row').map((row) => row.children.flatMap(readExpression))
  return { kind: 'relation', ...boxOf(element), columns, rows }
}

function readIteration(element: XmlElement, mode: Iteration['mode'], body: string): Expression {
  const variable = (element.attributes.get('iteratorVariable') ?? 'item').trim()
  return {
    kind: 'iteration',
    ...boxOf(element),
    mode,
    variable,
    ...part('list', element, 'in'),
    ...part('body', element, body),
  }
}
