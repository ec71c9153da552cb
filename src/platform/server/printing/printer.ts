import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import { fontFolders, fontsOfMachine } from './fonts.ts'
import { type Press, startPress } from './press.ts'

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
  /** The PDF; throws where the template is wrong. Some milliseconds in a thread of its own, the first time about a second for the fonts. */
  print(paper: Paper): Promise<Buffer>
}

const preamble = `#import "/official.typ": *\n#let data = json(bytes(sys.inputs.data))\n`

/**
 * Opens a printer; nothing is loaded before the first paper. `own` is a folder with the county's licensed fonts, if it has any;
 * `machine` are those in which the machine has its own.
 * @example `await printer.print({ template: '#paper(title: data.title)[#data.body]', data: { title, body }, at: now })`
 */
export function openPrinter(own?: string, machine: readonly string[] = fontsOfMachine): Printer {
  return {
    print: async ({ template, data, at }) => {
      const made = Math.floor(at.getTime() / 1000)
      return pressWith(fontFolders(own, machine)).print({
        source: preamble + template,
        data: JSON.stringify(data),
        made,
      })
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
