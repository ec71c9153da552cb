import { expect, test } from 'vitest'
import type { DocumentOf } from './document-kinds.ts'
import { checkCertificates } from './matter-certificates.ts'
import { beginReport } from './report.ts'

const type = {
  id: 'food-licence',
  fields: [
    { field: 'credit-code', required: true },
    { field: 'legal-representative', required: true },
    { field: 'body', required: false },
  ],
} as unknown as DocumentOf<'credential'>

function problemsOf(values: Readonly<Record<string, unknown>>, credential = type.id) {
  const report = beginReport()
  const item = {
    outcomes: [{ id: 'licence', kind: 'credential', credential, values }],
  } as unknown as DocumentOf<'matter'>
  const at = () => ({ file: 'matters/food.yaml', line: 1, column: 1 })
  checkCertificates([{ item, at }], [type], report)
  return report.problems.map(({ code }) => code)
}

test('a certificate that a matter could not issue for want of a field is told before anybody asks for it', () => {
  expect(problemsOf({})).toEqual(['county.matter.certificate'])
  expect(problemsOf({ 'legal-representative': { form: 'legal-representative' } })).toEqual([])
})

test('a certificate that is not there is told', () => {
  expect(problemsOf({}, 'nowhere')).toEqual(['county.reference.unknown'])
})

test('a field that the certificate has not is told', () => {
  const values = { 'legal-representative': { form: 'legal-representative' }, 'valid-until': { form: 'valid-until' } }
  expect(problemsOf(values)).toEqual(['county.matter.certificate-stray'])
})
