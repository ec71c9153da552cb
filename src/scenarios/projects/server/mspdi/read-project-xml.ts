import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { type XmlReading, xmlLimits } from './project-xml.ts'
import type { XmlPiece } from './project-xml.worker.ts'

/**
 * Reads a Project XML file in a thread of its own with a limit on memory and time, piece by piece, so that neither a hostile
 * file nor a large one keeps anybody waiting. A file that is not in the encoding that it names is tried as GB 18030, which
 * is what offices write; the reading says so.
 */
export async function readProjectXml(open: () => Readable): Promise<XmlReading> {
  const reading = await readAs(open(), undefined)
  if (reading.kind !== 'encoding') return reading
  const again = await readAs(open(), 'gb18030')
  return again.kind === 'file' ? again : reading
}

async function readAs(pieces: Readable, instead: string | undefined): Promise<XmlReading> {
  const worker = new Worker(new URL('./project-xml.worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 1536 },
  })
  let answer: (reading: XmlReading | 'more') => void = () => undefined
  worker.on('message', (reading: XmlReading | 'more') => answer(reading))
  for (const end of ['error', 'exit'] as const) worker.on(end, () => answer({ kind: 'too-large' }))
  const tooLong = setTimeout(() => worker.terminate(), xmlLimits.seconds * 1000)
  const send = (bytes: Uint8Array) =>
    new Promise<XmlReading | 'more'>((resolve) => {
      answer = resolve
      worker.postMessage({ bytes, instead } satisfies XmlPiece)
    })
  try {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      const reading = await send(piece)
      if (reading !== 'more') return reading
    }
    const reading = await send(new Uint8Array())
    return reading === 'more' ? { kind: 'too-large' } : reading
  } finally {
    clearTimeout(tooLong)
    pieces.destroy()
    await worker.terminate()
  }
}
