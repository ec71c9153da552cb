import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import { fontFolders, fontsOfMachine } from './fonts.ts'

/** A paper to print. */
export type Paper = {
  /**
   * The template, in typst: it finds `data`, and what `official.typ` has. It is ours; whatever anybody typed comes by `data` alone and
   * is never read as typst.
   */
  readonly template: string
  readonly data: JsonObject
  /** When the PDF says that it was made; the same paper printed twice is then the same bytes. */
  readonly at: Date
}

/** Prints papers as PDF. */
export type Printer = {
  /** The PDF; throws where the template is wrong. Some milliseconds of a processor, the first time about a second for the fonts. */
  print(paper: Paper): Buffer
}

const templates = fileURLToPath(new URL('./templates', import.meta.url))
const preamble = `#import "/official.typ": *\n#let data = json(bytes(sys.inputs.data))\n`
/** Results that typst remembers are let go after so many papers. */
const remembered = 20

/**
 * Opens a printer; nothing is loaded before the first paper. `own` is a folder with the county's licensed fonts, if it has any;
 * `machine` are those in which the machine has its own.
 * @example `printer.print({ template: '#paper(title: data.title)[#data.body]', data: { title, body }, at: now })`
 */
export function openPrinter(own?: string, machine: readonly string[] = fontsOfMachine): Printer {
  return {
    print: ({ template, data, at }) => {
      const compiler = compilerWith(fontFolders(own, machine))
      const made = compiler.compile({ mainFileContent: preamble + template, inputs: { data: JSON.stringify(data) } })
      if (made.result === null) throw new Error(`the template does not print: ${faultsOf(made.takeDiagnostics())}`)
      const pdf = compiler.pdf(made.result, { creationTimestamp: Math.floor(at.getTime() / 1000) })
      compiler.evictCache(remembered)
      return pdf
    },
  }
}

let opened: { readonly fonts: string; readonly compiler: NodeCompiler } | undefined

/** One for the process: two with other fonts share what they remember, and the second would end the process with the first's places. */
function compilerWith(fontPaths: string[]): NodeCompiler {
  const fonts = fontPaths.join()
  opened ??= { fonts, compiler: NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths }] }) }
  if (opened.fonts !== fonts) throw new Error(`this process prints with the fonts of ${opened.fonts} already`)
  return opened.compiler
}

function faultsOf(error: unknown): string {
  const diagnostics = (error as { readonly shortDiagnostics?: readonly { readonly message?: string }[] } | null)
    ?.shortDiagnostics
  return (diagnostics ?? []).map(({ message }) => message ?? '').join('; ') || 'unknown fault'
}
