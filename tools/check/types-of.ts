import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * Checks the types of some folders by the settings of a project, with what they import:
 * `node tools/check/types-of.ts server src/scenarios/banquets`.
 */

const root = join(import.meta.dirname, '..', '..')
const [project = '', ...folders] = process.argv.slice(2)
const name = `tsconfig.${project}.json`
const { include, exclude = [] } = JSON.parse(readFileSync(join(root, name), 'utf8')) as {
  include: string[]
  exclude?: string[]
}
const files = globSync(include, { cwd: root, exclude }).filter((file) =>
  folders.some((folder) => file.startsWith(`${folder}/`) && /\.tsx?$/.test(file)),
)
if (files.length > 0) process.exitCode = check()

function check(): number {
  const part = join(root, `tsconfig.part-${process.pid}.json`)
  writeFileSync(part, JSON.stringify({ extends: `./${name}`, include: [], files }))
  try {
    const tsc = join(root, 'node_modules', '.bin', 'tsc')
    return spawnSync(tsc, ['-p', part, '--pretty'], { cwd: root, stdio: 'inherit' }).status ?? 1
  } finally {
    rmSync(part)
  }
}
