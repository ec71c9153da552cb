import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'

/** One element of a document, with where it begins, counted from 1. */
export type XmlElement = {
  readonly name: string
  readonly namespace: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The element's own text, without that of its children. */
  readonly text: string
  readonly line: number
  readonly column: number
}

/** Larger than any table that a person keeps; an 800-row table is about 600 kB. */
export const xmlLimits = { characters: 4_000_000, elements: 200_000, depth: 100 } as const

/**
 * Reads a document without fetching or expanding anything: a document type, and so every entity bomb, is refused.
 * Refusals: `rules.model.malformed`, `rules.model.doctype`, `rules.model.large`.
 */
export function readXml(text: string): Result<XmlElement> {
  if (text.length > xmlLimits.characters) return tooLarge()
  const reader = new Reader()
  try {
    reader.read(text.replace(/^\uFEFF/, ''))
  } catch (problem) {
    if (problem instanceof XmlProblem) return problem.refusal
    throw problem
  }
  return reader.root === undefined ? malformed(1, 1, 'the document is empty') : ok(reader.root)
}

type Refused = ReturnType<typeof refuse>

class XmlProblem extends Error {
  readonly refusal: Refused
  constructor(refusal: Refused) {
    super(refusal.refusal.code)
    this.refusal = refusal
  }
}

type Open = Omit<XmlElement, 'children' | 'text'> & { children: XmlElement[]; text: string }

class Reader {
  root: XmlElement | undefined
  private readonly parser = new SaxesParser({ xmlns: true, position: true })
  private readonly open: Open[] = []
  private elements = 0

  read(text: string): void {
    const { parser } = this
    parser.on('doctype', () => {
      throw new XmlProblem(refuse('rules.model.doctype', this.place()))
    })
    parser.on('error', (error) => {
      throw new XmlProblem(malformed(parser.line, parser.column, error.message.replace(/^\d+:\d+: /, '')))
    })
    parser.on('opentag', (tag) => this.enter(tag))
    parser.on('closetag', () => this.leave())
    parser.on('text', (piece) => this.write(piece))
    parser.on('cdata', (piece) => this.write(piece))
    parser.write(text).close()
  }

  private enter(tag: { local: string; uri: string; attributes: Record<string, SaxesAttributeNS> }): void {
    this.elements += 1
    if (this.elements > xmlLimits.elements || this.open.length >= xmlLimits.depth) throw new XmlProblem(tooLarge())
    const attributes = new Map(Object.values(tag.attributes).map(({ local, value }) => [local, value]))
    this.open.push({ name: tag.local, namespace: tag.uri, attributes, children: [], text: '', ...this.place() })
  }

  private leave(): void {
    const done = this.open.pop()
    const parent = this.open.at(-1)
    if (parent) parent.children.push(done as XmlElement)
    else this.root = done
  }

  private write(piece: string): void {
    const here = this.open.at(-1)
    if (here) here.text += piece
  }

  private place(): { line: number; column: number } {
    return { line: this.parser.line, column: Math.max(1, this.parser.column) }
  }
}

function malformed(line: number, column: number, reason: string): Refused {
  return refuse('rules.model.malformed', { line, column, reason })
}

function tooLarge(): Refused {
  return refuse('rules.model.large', { characters: xmlLimits.characters, depth: xmlLimits.depth })
}

/** The children of a name, in their order. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The first child of a name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name)
}

/** The trimmed text of the first child of a name. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return childOf(element, name)?.text.trim()
}
