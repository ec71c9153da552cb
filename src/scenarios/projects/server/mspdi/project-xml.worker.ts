import { parentPort } from 'node:worker_threads'
import { planOfFile } from '../../domain/mspdi/plan-of-file.ts'
import { readProjectFile } from '../../domain/mspdi/read-project-file.ts'
import { type XmlDecoder, xmlDecoder } from './decode-xml.ts'
import type { XmlReading } from './project-xml.ts'
import { type ElementReader, elementReader } from './read-elements.ts'

/** A piece of the file; the last one is empty. `instead` is an encoding to read by, whatever the file says. */
export type XmlPiece = { readonly bytes: Uint8Array; readonly instead: string | undefined }

let decoder: XmlDecoder | undefined
const reader: ElementReader = elementReader()

parentPort?.on('message', ({ bytes, instead }: XmlPiece) => {
  const answer = take(bytes, instead)
  parentPort?.postMessage(answer ?? 'more')
})

function take(bytes: Uint8Array, instead: string | undefined): XmlReading | undefined {
  decoder ??= xmlDecoder(bytes, instead)
  if (decoder === undefined) return { kind: 'encoding', encoding: '?' }
  try {
    const text = decoder.decode(bytes, bytes.length === 0)
    reader.write(text)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { kind: 'encoding', encoding: decoder.encoding }
  }
  if (bytes.length > 0) return reader.fault()
  const end = reader.end()
  if ('kind' in end) return end
  const file = readProjectFile(end.root, end.unread, decoder.encoding)
  const { tasks, resources, assignments, ...head } = file
  return { kind: 'file', head, plan: planOfFile(file, { misnamed: instead !== undefined }) }
}
