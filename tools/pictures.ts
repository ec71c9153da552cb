import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { settle } from '../tests/journeys/browser.ts'
import { pictures, type Scene } from './pictures/scenes.ts'
import { openStudio } from './pictures/studio.ts'

// Makes the pictures of the README anew, from a fresh demonstration: `node bin/xianqu.mjs pictures [NAME …]`.

const folder = join(import.meta.dirname, '..', 'docs', 'pictures')
const mostBytes = 170_000
const wanted = process.argv.slice(2)
const data = mkdtempSync(join(tmpdir(), 'xianqu-pictures-'))
mkdirSync(folder, { recursive: true })

const studio = await openStudio(data)
try {
  for (const scene of pictures) {
    if (wanted.length === 0 || wanted.includes(scene.name)) await take(scene)
  }
} finally {
  await studio.close()
  rmSync(data, { recursive: true, force: true })
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
