import { SaxesParser } from 'saxes'
import type { UnreadPlace } from '../../domain/mspdi/project-file.ts'
import type { RawElement } from '../../domain/mspdi/raw-element.ts'
import { type XmlFault, xmlLimits } from './project-xml.ts'
import { type ElementSchema, projectSchema } from './schema.ts'

/** Takes a file piece by piece and gives its elements; `unread` is what the schema does not name, with how often. */
export type ElementReader = {
  write(text: string): void
  /** What stopped the reading, once something has. */
  fault(): XmlFault | undefined
  /** The whole, or what is wrong with it. */
  end(): { readonly root: RawElement; readonly unread: readonly UnreadPlace[] } | XmlFault
}

type Place = { count: number; filled: number; readonly derived: boolean }

type Frame = {
  readonly name: string
  readonly path: string
  /** Nothing inside an element that is not understood is understood. */
  readonly schema: ElementSchema | undefined
  readonly element: { texts: Record<string, string>; inside: Record<string, RawElement[]> }
  /** Whether it is a text that is kept. */
  readonly text: boolean
  /** Of what is not understood, the place at which it is counted. */
  readonly place: Place | undefined
}

/** Thrown inside the parser to stop it at once. */
class Stop extends Error {
  readonly fault: XmlFault

  constructor(fault: XmlFault) {
    super(fault.kind)
    this.fault = fault
  }
}

/**
 * Reads a Project XML file as a stream. A document type or an entity of its own ends the reading at once: neither belongs
 * to the format, and expanding them is how a small file fills a machine.
 */
export function elementReader(): ElementReader {
  const parser = new SaxesParser()
  const root: Frame['element'] = { texts: {}, inside: {} }
  const frames: Frame[] = [{ name: '', path: '', schema: projectSchema, element: root, text: false, place: undefined }]
  const unread = new Map<string, Place>()
  let tasks = 0
  let text = ''
  let fault: XmlFault | undefined

  parser.on('doctype', () => stop({ kind: 'entities' }))
  parser.on('error', (error) => {
    const detail = error.message.replace(/^\d+:\d+: /, '')
    stop(
      /entity/i.test(detail) && /undefined|disallowed/i.test(detail)
        ? { kind: 'entities' }
        : { kind: 'malformed', line: parser.line, detail },
    )
  })
  parser.on('opentag', ({ name: qualified }) => {
    const above = frames.at(-1)
    if (above === undefined) return
    const name = qualified.slice(qualified.indexOf(':') + 1)
    if (frames.length === 1 && name !== 'Project') stop({ kind: 'not-a-project', root: name })
    if (frames.length > xmlLimits.depth) stop({ kind: 'too-large' })
    if (name === 'Task' && ++tasks > xmlLimits.tasks + 1) stop({ kind: 'too-large' })
    const path = above.path === '' ? name : `${above.path}/${name}`
    const schema = above.schema?.inside[name]
    const isKept = above.schema?.kept.has(name) ?? false
    const place = schema || isKept ? undefined : placeOf(path, above.schema?.derived.has(name) ?? false)
    frames.push({ name, path, schema, element: { texts: {}, inside: {} }, text: isKept, place })
    text = ''
  })
  const take = (piece: string) => {
    text += piece
    if (text.length > xmlLimits.text) stop({ kind: 'too-large' })
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => {
    const closed = frames.pop()
    const above = frames.at(-1)
    if (closed === undefined || above === undefined) return
    const { name, schema, element, text: isText, place } = closed
    if (place && !isUsual(text.trim())) place.filled++
    if (isText) above.element.texts[name] = text.trim()
    if (schema) {
      const siblings = above.element.inside[name] ?? []
      siblings.push(element)
      above.element.inside[name] = siblings
    }
    text = ''
  })

  function placeOf(path: string, derived: boolean): Place | undefined {
    const place = unread.get(path) ?? { count: 0, filled: 0, derived }
    if (place.count === 0 && unread.size >= xmlLimits.unread) return undefined
    place.count++
    unread.set(path, place)
    return place
  }

  function stop(found: XmlFault): never {
    throw new Stop(found)
  }

  function attempt(work: () => void): void {
    if (fault) return
    try {
      work()
    } catch (error) {
      if (!(error instanceof Stop)) throw error
      fault = error.fault
    }
  }

  return {
    write: (piece) => attempt(() => parser.write(piece)),
    fault: () => fault,
    end: () => {
      if (fault) return fault
      const isOpen = frames.length > 1
      attempt(() => parser.close())
      if (fault) return isOpen ? { kind: 'truncated', line: parser.line } : fault
      const places = [...unread].map(([path, place]) => ({ path, ...place }))
      return { root, unread: places }
    },
  }
}

/** What Project writes where there is nothing to say. */
function isUsual(text: string): boolean {
  return text === '' || text === '-1' || /^(0(\.0+)?|PT0H0M0S)$/.test(text)
}
