import { expect, it } from 'vitest'
import { literal, modelText } from '../../fixtures/model-text.ts'
import { xmlLimits } from '../xml/read-xml.ts'
import { readModel } from './read-model.ts'

function refusalOf(xml: string) {
  const read = readModel(xml)
  return read.ok ? undefined : read.refusal
}

const one = { name: 'a', logic: literal('1') }

it('reads DMN 1.3, 1.4 and 1.5, and no other document', () => {
  const text = modelText({}, [one])
  for (const year of ['20191111', '20211108', '20230324'])
    expect(refusalOf(text.replace('20191111', year)), year).toBeUndefined()
  expect(refusalOf(text.replace('20191111', '20180521'))?.code).toBe('rules.model.namespace')
  expect(refusalOf('<html/>')?.code).toBe('rules.model.namespace')
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
