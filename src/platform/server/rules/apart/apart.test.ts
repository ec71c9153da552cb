import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { literal, modelText } from '../fixtures/model-text.ts'
import { readApart, tryApart } from './apart.ts'

const document = (text: string) => modelText({ 月数: 'number' }, [{ name: '资格', logic: literal(text) }])
/** Eighty kilobytes of names one after the other: a parser that looks for the longest name takes minutes. */
const endless = 'a b c d e f g h '.repeat(5000)
const loops = 'count(for a in 1..90000, b in 1..90000 return a * b)'

it('a document is read as it would be here, its faults with their places', async () => {
  expect(await readApart(document('月数 >= 3'))).toMatchObject({
    ok: true,
    value: { decisions: [{ name: '资格', facts: ['月数'] }], faults: [] },
  })
  expect(await readApart(document('月数 >='))).toMatchObject({ value: { faults: [{ decision: '资格' }] } })
  expect(await readApart('<a>')).toMatchObject({ refusal: { code: 'rules.model.malformed' } })
})

it('a document that takes minutes to read is given up in time, and meanwhile everybody else is served', async () => {
  let turns = 0
  const reading = readApart(document(endless), 2).finally(() => {
    turns = -turns
  })
  while (turns >= 0) {
    await wait(20)
    if (turns >= 0) turns += 1
  }
  expect(await reading).toMatchObject({ refusal: { code: 'rules.time.over', facts: { milliseconds: 2000 } } })
  expect(-turns).toBeGreaterThan(10)
})

it('a trial that never ends is given up in time, and so are those that waited behind it; the next one is tried as ever', async () => {
  const tried = { before: document('月数 >= 3'), after: document(loops), decision: '资格' }
  const cases = [{ key: '1', facts: { 月数: 4 } }]
  const all = await Promise.all([1, 2, 3].map(() => tryApart({ ...tried, cases }, 2)))
  for (const one of all) expect(one).toMatchObject({ refusal: { code: 'rules.time.over' } })
  const sound = { ...tried, after: document('月数 >= 6') }
  expect(await tryApart({ ...sound, cases })).toMatchObject({ value: { cases: 1, changed: 1 } })
  expect(await tryApart({ ...sound, decision: '别的', cases })).toMatchObject({
    refusal: { code: 'rules.decision.unknown', facts: { known: ['资格'] } },
  })
})
