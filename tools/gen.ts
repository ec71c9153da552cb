import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openApi } from './gen/open-api.ts'
import { type Generated, registries } from './gen/registries.ts'

const root = join(import.meta.dirname, '..')
const generated: readonly Generated[] = [...registries, openApi]

const stale: string[] = []
for (const each of generated) {
  const path = join(root, each.file)
  const text = await each.render(root)
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
  stale.push(each.file)
  if (process.argv.includes('--check')) continue
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  console.log(`written: ${each.file}`)
}

if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run npm run gen and commit what it writes.`)
  process.exitCode = 1
}
