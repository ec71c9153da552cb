import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** A paper on its way to the press. */
export type Job = {
  readonly id: number
  readonly source: string
  readonly data: string
  readonly made: number
  readonly fonts: readonly string[]
}

/** What came of it: the PDF, or what is wrong with the template. */
export type Done = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly fault: string }

const templates = fileURLToPath(new URL('./templates', import.meta.url))
/** Results that typst remembers are let go after so many papers. */
const remembered = 20
let compiler: NodeCompiler | undefined

parentPort?.on('message', (job: Job) => parentPort?.postMessage(done(job)))

function done({ id, source, data, made, fonts }: Job): Done {
  try {
    compiler ??= NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [...fonts] }] })
    const compiled = compiler.compile({ mainFileContent: source, inputs: { data } })
    if (compiled.result === null) return { id, fault: faultsOf(compiled.takeDiagnostics()) }
    const pdf = compiler.pdf(compiled.result, { creationTimestamp: made })
    compiler.evictCache(remembered)
    return { id, pdf }
  } catch (error) {
    return { id, fault: String(error) }
  }
}

function faultsOf(error: unknown): string {
  const diagnostics = (error as { readonly shortDiagnostics?: readonly { readonly message?: string }[] } | null)
    ?.shortDiagnostics
  return (diagnostics ?? []).map(({ message }) => message ?? '').join('; ') || 'unknown fault'
}
