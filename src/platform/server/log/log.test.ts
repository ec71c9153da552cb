import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { maskOf } from './fault.ts'
import { openLog } from './open-log.ts'

function logged(error: unknown): string {
  const lines = new PassThrough()
  openLog('info', lines).error({ err: error }, 'failed')
  return String(lines.read())
}

test('the values in an error of the database stay out of the log; its place stays in', () => {
  const error = Object.assign(new Error('invalid input syntax for type date: "张伟 13800000000"'), {
    ...{ severity: 'ERROR', code: '22007', table: 'person', constraint: 'person_login', routine: 'DateTimeParseError' },
    ...{ detail: 'Key (login)=(zhangwei) already exists.', where: "unnamed portal parameter $3 = 'zhangwei'" },
  })
  const line = logged(error)
  expect(line).not.toMatch(/张伟|13800000000|zhangwei/)
  expect(JSON.parse(line).err).toMatchObject({ code: '22007', place: 'person person_login DateTimeParseError' })
})

test('a bug keeps its message and where it happened, down to its cause', () => {
  const { err } = JSON.parse(logged(new Error('no such "plan"', { cause: new TypeError('x is undefined') })))
  expect(err).toMatchObject({ message: 'no such "plan"', cause: { type: 'TypeError', message: 'x is undefined' } })
  expect(err.stack).toContain('log.test.ts')
})

test('lines of PostgreSQL lose what they quote', () => {
  expect(maskOf('ERROR:  invalid input syntax for type uuid: "张伟"')).toBe(
    'ERROR:  invalid input syntax for type uuid: "…"',
  )
})

test('a line tells when and how serious in words that need no table', () => {
  const line = JSON.parse(logged(new Error('no plan')))
  expect(line.level).toBe('error')
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
})
