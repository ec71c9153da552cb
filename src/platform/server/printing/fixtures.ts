import { differenceOf, inkOn, rasterOf } from '#platform/testing/raster.ts'
import type { Printer } from './printer.ts'

const template = '#set page(width: 80pt, height: 80pt, margin: 5pt)\n#text(font: song, size: 60pt, data.text)'
const characters = ['遂', '垵', '𬭎', '㛃', '䶮']

/** Throws unless a printer draws common and rare characters, each another picture, and none as the box of a missing one. */
export async function expectEachAsItself(printer: Printer): Promise<void> {
  const drawn = async (text: string) => rasterOf(await printer.print({ template, data: { text }, at: new Date(0) }))
  const [missing, ...pages] = await Promise.all(['\u{10fff0}', ...characters].map(drawn))
  if (missing === undefined) throw new Error('nothing was drawn')
  for (const [index, page] of pages.entries()) {
    if (inkOn(page) < 0.05) throw new Error(`${characters[index]} is blank`)
    for (const other of [missing, ...pages.slice(index + 1)])
      if (differenceOf(page, other) < 0.03) throw new Error(`${characters[index]} is drawn as another character`)
  }
}
