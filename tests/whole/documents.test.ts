import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

it.each(pages)('every link and picture of %s leads somewhere', (page) => {
  const text = readFileSync(join(root, page), 'utf8')
  const targets = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target ?? '')
  const missing = targets.filter((target) => !/^https?:/.test(target) && !existsSync(join(root, dirname(page), target)))
  expect(missing).toEqual([])
})

it('every row of the threat table names tests that are there', () => {
  const rows = readFileSync(join(root, 'SECURITY.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
  const tests = rows.slice(2).map((row) => [...row.matchAll(/`([\w/.-]+\.test\.ts)`/g)].map(([, file]) => file ?? ''))
  expect(tests.length).toBeGreaterThan(10)
  for (const [index, files] of tests.entries()) expect(files, rows[index + 2]).not.toEqual([])
  const missing = tests
    .flat()
    .filter((file) => !['', 'src', 'src/platform/server'].some((at) => existsSync(join(root, at, file))))
  expect(missing).toEqual([])
})
