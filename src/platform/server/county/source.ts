import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { type PackPlace, type PackProblem, packProblem } from './problem.ts'

/** Where a value stands inside its file: keys and indexes from the top. */
export type ValuePath = readonly (string | number)[]

/** One YAML file, read, with the way back from any value to its line. */
export type Source = {
  readonly file: string
  readonly value: unknown
  /** The place of the value at `path`, or of the nearest thing around it that exists. */
  locate(path: ValuePath): PackPlace
  /** The place of the key itself, for a key that should not be there. */
  locateKey(path: ValuePath, key: string): PackPlace
}

/** Reads the text of one file; gives the source, or what is wrong with the writing. */
export function readSource(
  file: string,
  text: string,
): { readonly source: Source } | { readonly problems: PackProblem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  if (document.errors.length > 0)
    return {
      problems: document.errors.map((error) =>
        packProblem('county.yaml.invalid', placeAt(file, lines, error.pos[0]), { reason: error.message }),
      ),
    }
  try {
    return { source: sourceOf(file, document, document.toJS({ maxAliasCount: 100 }), lines) }
  } catch (error) {
    const place = { file, line: 1, column: 1 }
    return { problems: [packProblem('county.yaml.invalid', place, { reason: (error as Error).message })] }
  }
}

function sourceOf(file: string, document: Document, value: unknown, lines: LineCounter): Source {
  const locate = (path: ValuePath): PackPlace => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return placeAt(file, lines, node.range[0])
    }
    return { file, line: 1, column: 1 }
  }
  const locateKey = (path: ValuePath, key: string): PackPlace => {
    const map = path.length === 0 ? document.contents : document.getIn(path, true)
    const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined
    return isScalar(pair?.key) && pair.key.range ? placeAt(file, lines, pair.key.range[0]) : locate(path)
  }
  return { file, value, locate, locateKey }
}

function placeAt(file: string, lines: LineCounter, offset: number): PackPlace {
  const { line, col } = lines.linePos(offset)
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
}
