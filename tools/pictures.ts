import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { settle } from '../tests/journeys/browser.ts'
import { pictures, type Scene } from './pictures/scenes.ts'
import { openStudio } from './pictures/studio.ts'

// Makes the pictures of the README anew: `node bin/xianqu.mjs pictures [--data FOLDER] [NAME …]`. They show the demonstration of a
// data folder, one whose county has been played, or else a fresh one with its stories alone.

const folder = join(import.meta.dirname, '..', 'docs', 'pictures')
const mostBytes = 520_000
const { values, positionals: wanted } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true })
const data = values.data ?? mkdtempSync(join(tmpdir(), 'xianqu-pictures-'))
mkdirSync(folder, { recursive: true })

const studio = await openStudio(data)
try {
  for (const scene of pictures) {
    if (wanted.length === 0 || wanted.includes(scene.name)) await take(scene)
  }
} finally {
  await studio.close()
  if (values.data === undefined) rmSync(data, { recursive: true, force: true })
}

async function take(scene: Scene): Promise<void> {
  const path = join(folder, `${scene.name}.png`)
  const page = await studio.enter(scene)
  await scene.play(page)
  await page.mouse.move(0, 0)
  await settle(page)
  await page.screenshot({ path })
  await page.context().close()
  const { size } = statSync(path)
  console.log(`${scene.name}.png ${Math.round(size / 1000)} kB`)
  if (size > mostBytes)
    throw new Error(`${scene.name}.png is larger than ${mostBytes / 1000} kB; take less of the page.`)
}
