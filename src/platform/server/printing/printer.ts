import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import { fontFolders, fontsOfMachine } from './fonts.ts'
import { type Press, startPress } from './press.ts'
import type { SealKey } from './seal/cms.ts'
import { sealPdf } from './seal/seal.ts'

/** A paper to print. */
export type Paper = {
  /**
   * The template, in typst: it finds `data`, and what `official.typ` has. It is ours; whatever anybody typed comes by `data` alone and
   * is never read as typst.
   */
  readonly template: string
  readonly data: JsonObject
  /** When the PDF says that it was made; the same paper printed twice is then the same bytes, but for its seal. */
  readonly at: Date
}

/** Prints papers as PDF. */
export type Printer = {
  /** The PDF; throws where the template is wrong. Some milliseconds in a thread of its own, the first time about a second for the fonts. */
  print(paper: Paper): Promise<Buffer>
}

const preamble = `#import "/official.typ": *\n#let data = json(bytes(sys.inputs.data))\n`

/** What a printer goes by. */
export type PrinterParts = {
  /** A folder with the county's licensed fonts, if it has any. */
  readonly own?: string
  /** The folders in which the machine has its own. */
  readonly machine?: readonly string[]
  /** What every paper is sealed with, and at what time; without it they are not sealed. */
  readonly seal?: () => { readonly key: SealKey; readonly at: Date }
}

/**
 * Opens a printer; nothing is loaded before the first paper.
 * @example `await printer.print({ template: '#paper(title: data.title)[#data.body]', data: { title, body }, at: now })`
 */
export function openPrinter({ own, machine = fontsOfMachine, seal }: PrinterParts = {}): Printer {
  return {
    print: async ({ template, data, at }) => {
      const made = Math.floor(at.getTime() / 1000)
      const job = { source: preamble + template, data: JSON.stringify(data), made }
      const pdf = await pressWith(fontFolders(own, machine)).print(job)
      if (!seal) return pdf
      const sealed = seal()
      return sealPdf(pdf, sealed.key, sealed.at)
    },
  }
}

let started: { readonly fonts: string; readonly press: Press } | undefined

/** One for the process: typst remembers across threads, and a second press with other fonts would end the process at the first's places. */
function pressWith(folders: readonly string[]): Press {
  const fonts = folders.join()
  started ??= { fonts, press: startPress(folders) }
  if (started.fonts !== fonts) throw new Error(`this process prints with the fonts of ${started.fonts} already`)
  return started.press
}
