import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProblemError, UnansweredError } from '../api/failure.ts'
import type { StoredAct } from './local-store.ts'
import { type SendParts, sendActs } from './send-acts.ts'

const act = (id: string, stream = 'a', more: Partial<StoredAct> = {}): StoredAct => ({
  ...{ id, stream, person: 'p', post: 'clerk', postName: '经办人', kind: 'report', title: '', at: id, input: { id } },
  ...{ files: [], refusal: null },
  ...more,
})
const problem = (status: number) =>
  new ProblemError({ type: 'about:blank', status, code: `test.${status}`, title: '', detail: '' })

function world(answers: Readonly<Record<string, unknown>> = {}) {
  const did: string[] = []
  const parts: SendParts = {
    upload: async ({ key }) => `file-${key}`,
    senderOf: async (kind) =>
      kind === 'report'
        ? async ({ id }, { idempotencyKey, evidence }) => {
            expect(idempotencyKey).toBe(id)
            if (answers[id]) throw answers[id]
            did.push([id, ...evidence].join(' '))
          }
        : undefined,
    sent: async ({ id }) => void did.push(`sent ${id}`),
    refused: async ({ id }, { code }) => void did.push(`refused ${id} ${code}`),
  }
  return { did, parts }
}

test('an act is sent under its own key, after its files', async () => {
  const { did, parts } = world()
  const file = { key: 'k', name: 'photo.jpg', type: 'image/jpeg', blob: new Blob() }
  expect(await sendActs([act('1', 'a', { files: [file] })], parts)).toBe(1)
  expect(did).toEqual(['1 file-k', 'sent 1'])
})

test('a refusal is kept and holds up what came after it in its stream, and nothing else', async () => {
  const { did, parts } = world({ 1: problem(409) })
  expect(await sendActs([act('1', 'a'), act('2', 'b'), act('3', 'a')], parts)).toBe(1)
  expect(did).toEqual(['refused 1 test.409', '2', 'sent 2'])
})

test('an act that was refused before is not sent again, and still holds up its stream', async () => {
  const { did, parts } = world()
  await sendActs([act('1', 'a', { refusal: problem(409).problem }), act('2', 'a')], parts)
  expect(did).toEqual([])
})

test.each([
  ['no answer', new UnansweredError(new Error('cut'))],
  ['an ended session', problem(401)],
  ['a flood', problem(429)],
  ['a fault of the server', problem(503)],
])('%s leaves everything for another time and refuses nothing', async (_name, error) => {
  const { did, parts } = world({ 2: error })
  expect(await sendActs([act('1', 'a'), act('2', 'b'), act('3', 'c')], parts)).toBe(1)
  expect(did).toEqual(['1', 'sent 1'])
})

test('a kind that these pages do not know waits for pages that do', async () => {
  const { did, parts } = world()
  expect(await sendActs([act('1', 'a', { kind: 'newer' })], parts)).toBe(0)
  expect(did).toEqual([])
})

test('whatever is refused, what is sent of a stream is sent in its order and without a gap', async () => {
  const streams = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(streams, fc.array(fc.boolean(), { maxLength: 12 }), async (chosen, refusals) => {
      const acts = chosen.map((stream, place) => act(String(place), stream))
      const answers = Object.fromEntries(acts.flatMap(({ id }, place) => (refusals[place] ? [[id, problem(409)]] : [])))
      const { did, parts } = world(answers)
      await sendActs(acts, parts)
      for (const stream of new Set(chosen)) {
        const own = acts.filter((one) => one.stream === stream).map(({ id }) => id)
        const firstRefused = own.findIndex((id) => answers[id])
        const expected = firstRefused < 0 ? own : own.slice(0, firstRefused)
        expect(did.filter((line) => own.includes(line))).toEqual(expected)
      }
    }),
  )
})
