import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where Debian and others put Chinese fonts; those that are there are used. */
export const fontsOfMachine = [
  '/usr/share/fonts/opentype/noto',
  '/usr/share/fonts/google-noto-cjk',
  '/usr/share/fonts/noto-cjk',
  '/Library/Fonts',
]

/**
 * The folders in which fonts are looked for: the county's own, the machine's, and the font that is installed with us, so that every
 * machine can print Chinese.
 */
export function fontFolders(own: string | undefined, machine: readonly string[]): string[] {
  const installed = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts')
  return [...(own === undefined ? [] : [own]), ...machine, installed].filter((folder) => existsSync(folder))
}
