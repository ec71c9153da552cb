import { expect, it } from 'vitest'
import { literal, modelText } from '../../fixtures/model-text.ts'
import { xmlLimits } from '../xml/read-xml.ts'
import { readModel } from './read-model.ts'

function refusalOf(xml: string) {
  const read = readModel(xml)
  return read.ok ? undefined : read.refusal
}

const one = { name: 'a', logic: literal('1') }

it('reads DMN 1.1 to 1.5, and no other document', () => {
  const text = modelText({}, [one])
  const written = 'https://www.omg.org/spec/DMN/20191111/MODEL/'
  const older = ['http://www.omg.org/spec/DMN/20151101/dmn.xsd', 'http://www.omg.org/spec/DMN/20180521/MODEL/']
  const newer = ['20211108', '20230324'].map((version) => written.replace('20191111', version))
  for (const namespace of [...older, written, ...newer])
    expect(refusalOf(text.replace(written, namespace)), namespace).toBeUndefined()
  expect(refusalOf(text.replace(written, 'https://example.org/'))?.code).toBe('rules.model.namespace')
  expect(refusalOf('<html/>')?.code).toBe('rules.model.namespace')
})

it('a document whose elements lost the prefix that it declares for DMN is read all the same', () => {
  const lost = 'xmlns="urn:own" xmlns:s="http://www.omg.org/spec/DMN/20180521/MODEL/"'
  expect(refusalOf(modelText({}, [one]).replace(/xmlns="[^"]*"/, lost))).toBeUndefined()
})

it('what is not well-formed is refused with its line', () => {
  expect(refusalOf('<definitions>\n  <a></b>\n</definitions>')).toMatchObject({
    code: 'rules.model.malformed',
    facts: { line: 2 },
  })
  expect(refusalOf('')?.code).toBe('rules.model.malformed')
})

it('an entity bomb is refused before anything is expanded', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><definitions>&b;</definitions>'
  expect(refusalOf(bomb)?.code).toBe('rules.model.doctype')
})

it('documents that are too long, too deep or too many-parted are refused', () => {
  expect(refusalOf(' '.repeat(xmlLimits.characters + 1))?.code).toBe('rules.model.large')
  expect(refusalOf('<a>'.repeat(xmlLimits.depth + 1))?.code).toBe('rules.model.large')
  expect(refusalOf(`<a>${'<b/>'.repeat(xmlLimits.elements)}</a>`)?.code).toBe('rules.model.large')
})

it('decisions that require each other in a circle are refused with the circle', () => {
  const text = modelText({}, [
    { name: 'a', logic: literal('b'), needs: ['b'] },
    { name: 'b', logic: literal('c'), needs: ['c'] },
    { name: 'c', logic: literal('a'), needs: ['a'] },
  ])
  expect(refusalOf(text)).toEqual({ code: 'rules.model.loop', facts: { loop: 'a → b → c → a' } })
})

it('a requirement that leads nowhere is refused with who requires it', () => {
  expect(refusalOf(modelText({}, [{ ...one, needs: ['gone'] }]))).toEqual({
    code: 'rules.model.reference',
    facts: { id: 'd-gone', by: 'a' },
  })
})

it('a name that would touch every object is refused', () => {
  expect(refusalOf(modelText({ ['__proto__x'.slice(0, 9)]: 'number' }, [one]))?.code).toBe('rules.model.name')
})
