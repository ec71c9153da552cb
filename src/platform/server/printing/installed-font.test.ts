import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { projectRoot } from '#platform/server/config/index.ts'

const alone = `
import { expectEachAsItself } from '#platform/server/printing/fixtures/each-as-itself.ts'
import { openPrinter } from '#platform/server/printing/index.ts'
await expectEachAsItself(openPrinter({ machine: [] }))
console.log('drawn')`

it('a machine without any Chinese font prints with the one that is installed with us', async () => {
  const given = ['--input-type=module', '--eval', alone]
  const { stdout } = await promisify(execFile)(process.execPath, given, { cwd: projectRoot })
  expect(stdout.trim()).toBe('drawn')
})
