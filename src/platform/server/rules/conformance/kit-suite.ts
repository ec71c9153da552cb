import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { childOf, childrenOf, readXml, textOf, type XmlElement } from '../domain/xml/read-xml.ts'
import { type KitValue, readKitValue } from './kit-value.ts'

/** One file of cases of the public conformance kit of DMN (https://dmn-tck.github.io/tck/). */
export type KitSuite = { readonly model: string; readonly cases: readonly KitCase[] }

export type KitCase = {
  readonly id: string
  readonly description?: string
  readonly inputs: readonly (readonly [string, KitValue])[]
  readonly results: readonly KitResult[]
}

/** What a case expects of one decision, or of a decision service. */
export type KitResult = {
  readonly name: string
  /** The service through which the decision is asked. */
  readonly service?: string
  readonly ofKnowledge: boolean
  readonly expected: KitValue
}

/** Reads a file of cases. Refusals: those of `readXml`, `rules.file.shape`. */
export function readKitSuite(text: string, file: string): Result<KitSuite> {
  const document = readXml(text)
  if (!document.ok) return document
  const root = document.value
  if (root.name !== 'testCases') return refuse('rules.file.shape', { file, expected: 'testCases' })
  return ok({ model: textOf(root, 'modelName') ?? '', cases: childrenOf(root, 'testCase').map(readCase) })
}

function readCase(element: XmlElement): KitCase {
  const description = textOf(element, 'description')
  return {
    id: element.attributes.get('id') ?? '',
    ...(description && { description }),
    inputs: childrenOf(element, 'inputNode').map(
      (one) => [spaced(one.attributes.get('name')), readKitValue(one)] as const,
    ),
    results: childrenOf(element, 'resultNode').map((one) => readResult(one, element)),
  }
}

function readResult(element: XmlElement, { attributes }: XmlElement): KitResult {
  const kind = attributes.get('type')
  const service = kind === 'decisionService' ? attributes.get('invocableName') : undefined
  return {
    name: spaced(element.attributes.get('name')),
    ...(service && { service: spaced(service) }),
    ofKnowledge: kind === 'bkm' || element.attributes.get('type') === 'bkm',
    // Early versions of the kit wrote what they had computed.
    expected: readKitValue(childOf(element, 'expected') ?? childOf(element, 'computed')),
  }
}

function spaced(name = ''): string {
  return name.trim().replace(/\s+/g, ' ')
}
