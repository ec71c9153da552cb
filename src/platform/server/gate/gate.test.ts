import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { gate } from './gate.ts'

const patient = new AbortController().signal

/** Work that goes on until it is told to end. */
function work() {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  let began = false
  return {
    do: () => {
      began = true
      return ended
    },
    end: () => end(),
    began: () => began,
  }
}

it('so many are inside at one time, and the others come in by their turn', async () => {
  const pass = gate(2)
  const all = [work(), work(), work(), work()]
  const done = Promise.all(all.map((one) => pass(patient, one.do)))
  await turn()
  expect(all.map((one) => one.began())).toEqual([true, true, false, false])
  all[1]?.end()
  await turn()
  expect(all.map((one) => one.began())).toEqual([true, true, true, false])
  for (const one of all) one.end()
  await done
})

it('a place that falls free goes to who still waits, not to who gave up before', async () => {
  const pass = gate(1)
  const [inside, gone, waiting] = [work(), work(), work()]
  const held = pass(patient, inside.do)
  const impatient = new AbortController()
  const gaveUp = pass(impatient.signal, gone.do)
  const waited = pass(patient, waiting.do)
  impatient.abort(new Error('too long'))
  await expect(gaveUp).rejects.toThrow('too long')
  inside.end()
  await held
  await turn()
  expect([gone.began(), waiting.began()]).toEqual([false, true])
  waiting.end()
  await waited
})

it('who fails leaves their place, and who comes too late takes none', async () => {
  const pass = gate(1)
  await expect(pass(patient, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(pass(AbortSignal.abort(new Error('over')), async () => 1)).rejects.toThrow('over')
  expect(await pass(patient, async () => 2)).toBe(2)
})
