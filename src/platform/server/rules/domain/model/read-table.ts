import { childOf, childrenOf, textOf, type XmlElement } from '../xml/read-xml.ts'
import type { DecisionTable, HitPolicy, TableInput, TableOutput, TableRule } from './model.ts'

const policies: Readonly<Record<string, HitPolicy>> = {
  UNIQUE: 'U',
  ANY: 'A',
  PRIORITY: 'P',
  FIRST: 'F',
  'RULE ORDER': 'R',
  'OUTPUT ORDER': 'O',
  COLLECT: 'C',
}
const aggregations: Readonly<Record<string, HitPolicy>> = { SUM: 'C+', MIN: 'C<', MAX: 'C>', COUNT: 'C#' }

/** A decision table in whatever direction it is drawn; the direction says nothing about its meaning. */
export function readTable(element: XmlElement): DecisionTable {
  return {
    kind: 'table',
    ...attribute('typeRef', element),
    place: { line: element.line, column: element.column },
    hitPolicy: policyOf(element),
    inputs: childrenOf(element, 'input').map(readInput),
    outputs: childrenOf(element, 'output').map(readOutput),
    rules: childrenOf(element, 'rule').map(readRule),
  }
}

function policyOf(element: XmlElement): HitPolicy {
  const policy = policies[(element.attributes.get('hitPolicy') ?? 'UNIQUE').replace('_', ' ')] ?? 'U'
  return policy === 'C' ? (aggregations[element.attributes.get('aggregation') ?? ''] ?? 'C') : policy
}

function readInput(element: XmlElement): TableInput {
  const expression = childOf(element, 'inputExpression')
  return {
    ...attribute('label', element),
    text: (expression && textOf(expression, 'text')) ?? '',
    ...(expression && attribute('typeRef', expression)),
    ...allowed(element, 'inputValues'),
  }
}

function readOutput(element: XmlElement): TableOutput {
  const otherwise = childOf(element, 'defaultOutputEntry')
  const text = otherwise && textOf(otherwise, 'text')
  return {
    ...attribute('name', element),
    ...attribute('label', element),
    ...attribute('typeRef', element),
    ...allowed(element, 'outputValues'),
    ...(text ? { otherwise: text } : {}),
  }
}

function readRule(element: XmlElement): TableRule {
  return {
    ...attribute('id', element),
    tests: childrenOf(element, 'inputEntry').map((entry) => textOf(entry, 'text') || '-'),
    outputs: childrenOf(element, 'outputEntry').map((entry) => textOf(entry, 'text') ?? ''),
    outputTypes: childrenOf(element, 'outputEntry').map((entry) => entry.attributes.get('typeRef')?.trim()),
    annotations: [
      ...childrenOf(element, 'description').map(({ text }) => text.trim()),
      ...childrenOf(element, 'annotationEntry').map((entry) => textOf(entry, 'text') ?? ''),
    ].filter((text) => text !== ''),
    place: { line: element.line, column: element.column },
  }
}

function allowed(element: XmlElement, name: string): { allowed?: string } {
  const values = childOf(element, name)
  const text = values && textOf(values, 'text')
  return text ? { allowed: text } : {}
}

function attribute<K extends string>(key: K, element: XmlElement): { [P in K]?: string } {
  const value = element.attributes.get(key)?.trim()
  return (value ? { [key]: value } : {}) as { [P in K]?: string }
}
