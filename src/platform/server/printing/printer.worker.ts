import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler, type NodeTypstDocument, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'

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
    const pdf = asPdf(compiler, compiled.result, made)
    compiler.evictCache(remembered)
    return { id, pdf }
  } catch (error) {
    return { id, fault: String(error) }
  }
}

/** PDF/A-3, for archives and for what is attached; plain PDF where a character of a name has no shape in any font, which PDF/A forbids. */
function asPdf(press: NodeCompiler, document: NodeTypstDocument, made: number): Uint8Array {
  try {
    return press.pdf(document, { creationTimestamp: made, pdfStandard: PdfStandard.A_3b })
  } catch {
    return press.pdf(document, { creationTimestamp: made })
  }
}

function faultsOf(error: unknown): string {
  const diagnostics = (error as { readonly shortDiagnostics?: readonly { readonly message?: string }[] } | null)
    ?.shortDiagnostics
  return (diagnostics ?? []).map(({ message }) => message ?? '').join('; ') || 'unknown fault'
}
