import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { childOf, childrenOf, readXml, textOf, type XmlElement } from '../xml/read-xml.ts'
import { type FindPart, linkModel, type ModelPart } from './link-model.ts'
import type {
  Decision,
  DecisionService,
  InputData,
  ItemDefinition,
  Knowledge,
  Model,
  Named,
  Requirements,
} from './model.ts'
import { expressionIn, nameOf, placeOf, readFunction, readParameter, typeOf } from './read-expression.ts'
import { findLoop, findUnknown } from './requirements.ts'

/** The texts of models that may be imported, with the names of their files. */
export type Library = readonly { readonly file: string; readonly text: string }[]

/** DMN 1.1 to 1.5; the elements that decide something are named the same in all of them. */
const namespaces = [
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
]

/**
 * Reads a decision model. What it requires is there and leads in no circle; its expressions are not yet looked at.
 * @param library the models that it may import, found by their file where the import names one, or by their namespace
 * Refusals: those of `readXml`, `rules.model.namespace`, `rules.model.import`, `rules.model.name`, `rules.model.reference`,
 * `rules.model.loop`.
 */
export function readModel(text: string, library: Library = []): Result<Model> {
  const root = readRoot(text)
  if (!root.ok) return root
  const linked = linkModel(ownPart(root.value), finderIn(library))
  return linked.ok ? checked(linked.value) : linked
}

function readRoot(text: string): Result<XmlElement> {
  const document = readXml(text)
  if (!document.ok) return document
  const root = document.value
  return root.name === 'definitions' && isOfDmn(root)
    ? ok(root)
    : refuse('rules.model.namespace', { found: `${root.namespace || '-'} ${root.name}` })
}

/** Converters have left models whose elements lost the prefix that the root declares for DMN. */
function isOfDmn({ namespace, attributes }: XmlElement): boolean {
  return namespaces.includes(namespace) || [...attributes.values()].some((value) => namespaces.includes(value))
}

function finderIn(library: Library): FindPart {
  const read = library.map(({ file, text }) => {
    let part: ModelPart | undefined | null = null
    return {
      file,
      part: () => {
        if (part === null) {
          const root = readRoot(text)
          part = root.ok ? ownPart(root.value) : undefined
        }
        return part
      },
    }
  })
  return ({ namespace, location }) =>
    (location && read.find(({ file }) => file === location)?.part()) ||
    read.find((one) => one.part()?.model.namespace === namespace)?.part()
}

function locationOf(element: XmlElement): { location?: string } {
  const location = element.attributes.get('locationURI')?.trim().replace(/^\.\//, '')
  return location ? { location } : {}
}

function ownPart(root: XmlElement): ModelPart {
  const imports = childrenOf(root, 'import')
    .filter((one) => /\/DMN\//.test(one.attributes.get('importType') ?? ''))
    .map((one) => ({
      name: nameOf(one),
      namespace: one.attributes.get('namespace') ?? '',
      ...locationOf(one),
      place: placeOf(one),
    }))
  return { model: modelOf(root), imports }
}

function modelOf(root: XmlElement): Model {
  const namespace = root.attributes.get('namespace') ?? ''
  const idOf = (href: string) =>
    href.startsWith(`${namespace}#`) ? href.slice(namespace.length + 1) : href.replace(/^#/, '')
  return {
    name: nameOf(root),
    namespace,
    types: new Map(childrenOf(root, 'itemDefinition').map((one) => [nameOf(one), readType(one)])),
    inputs: childrenOf(root, 'inputData').map(readInput),
    decisions: childrenOf(root, 'decision').map((one) => readDecision(one, idOf)),
    knowledge: childrenOf(root, 'businessKnowledgeModel').map((one) => readKnowledge(one, idOf)),
    services: childrenOf(root, 'decisionService').map((one) => readService(one, idOf)),
  }
}

function checked(model: Model): Result<Model> {
  const all = [...model.inputs, ...model.decisions, ...model.knowledge, ...model.services]
  const unnamed = all.find(({ name, variable }) => [name, variable].some((one) => one === '' || one === '__proto__'))
  if (unnamed) return refuse('rules.model.name', unnamed.place)
  const unknown = findUnknown(model)
  if (unknown) return refuse('rules.model.reference', unknown)
  const loop = findLoop(model)
  return loop ? refuse('rules.model.loop', { loop: loop.join(' → ') }) : ok(model)
}

function readType(element: XmlElement): ItemDefinition {
  const allowed = childOf(element, 'allowedValues') ?? childOf(element, 'typeConstraint')
  const text = allowed && textOf(allowed, 'text')
  const called = childOf(element, 'functionItem')
  const returns = called?.attributes.get('outputTypeRef')
  return {
    name: nameOf(element),
    ...typeOf(element),
    isCollection: element.attributes.get('isCollection') === 'true',
    ...(text ? { allowed: text } : {}),
    components: childrenOf(element, 'itemComponent').map(readType),
    ...(called && {
      function: { parameters: childrenOf(called, 'parameters').map(readParameter), ...(returns && { returns }) },
    }),
    place: placeOf(element),
  }
}

function readInput(element: XmlElement): InputData {
  return { ...identity(element), ...typeOf(childOf(element, 'variable')), place: placeOf(element) }
}

function identity(element: XmlElement): Named {
  const variable = childOf(element, 'variable')
  const name = nameOf(element)
  return { id: element.attributes.get('id') ?? name, name, variable: (variable && nameOf(variable)) || name }
}

type IdOf = (href: string) => string

function readDecision(element: XmlElement, idOf: IdOf): Decision {
  const logic = expressionIn(element)
  const [question, description] = [textOf(element, 'question'), textOf(element, 'description')]
  return {
    ...identity(element),
    ...typeOf(childOf(element, 'variable')),
    ...(question && { question }),
    ...(description && { description }),
    requires: requirementsOf(element, idOf),
    ...(logic && { logic }),
    place: placeOf(element),
  }
}

function readKnowledge(element: XmlElement, idOf: IdOf): Knowledge {
  const logic = childOf(element, 'encapsulatedLogic')
  return {
    ...identity(element),
    ...typeOf(childOf(element, 'variable')),
    requires: requirementsOf(element, idOf),
    ...(logic && { logic: readFunction(logic) }),
    place: placeOf(element),
  }
}

function readService(element: XmlElement, idOf: IdOf): DecisionService {
  const hrefs = (name: string) => childrenOf(element, name).map((one) => idOf(one.attributes.get('href') ?? ''))
  return {
    ...identity(element),
    ...typeOf(childOf(element, 'variable')),
    outputs: hrefs('outputDecision'),
    encapsulated: hrefs('encapsulatedDecision'),
    inputDecisions: hrefs('inputDecision'),
    inputs: hrefs('inputData'),
    place: placeOf(element),
  }
}

function requirementsOf(element: XmlElement, idOf: IdOf): Requirements {
  const hrefs = (requirement: string, name: string) =>
    childrenOf(element, requirement).flatMap((one) =>
      childrenOf(one, name).map((target) => idOf(target.attributes.get('href') ?? '')),
    )
  return {
    decisions: hrefs('informationRequirement', 'requiredDecision'),
    inputs: hrefs('informationRequirement', 'requiredInput'),
    knowledge: hrefs('knowledgeRequirement', 'requiredKnowledge'),
  }
}
