import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeAt, enrolment, stepOf } from './one-time-code.ts'
import { seal, unseal } from './secret-box.ts'

const secret = Buffer.from('12345678901234567890') // RFC 6238, appendix B

describe('a one-time code', () => {
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ])('at second %i is the one of RFC 6238', async (second, code) => {
    expect(await codeAt(secret, new Date(second * 1000))).toBe(code)
  })

  test('is taken one step early or late, and no further', async () => {
    const now = new Date('2026-11-22T01:00:15Z')
    const taken = async (seconds: number) =>
      stepOf(secret, await codeAt(secret, new Date(now.getTime() + seconds * 1000)), 0, now)
    const present = Math.floor(now.getTime() / 30_000)
    expect(await Promise.all([-60, -30, 0, 30, 60].map(taken))).toEqual([
      undefined,
      present - 1,
      present,
      present + 1,
      undefined,
    ])
  })

  test('of a step that was used counts no more', async () => {
    const now = new Date('2026-11-22T01:00:15Z')
    expect(await stepOf(secret, await codeAt(secret, now), Math.floor(now.getTime() / 30_000), now)).toBeUndefined()
  })

  test('is never found in a text that is no code', async () => {
    const now = new Date()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 8 }), async (text) => {
        expect(/^\d{6}$/.test(text) || (await stepOf(secret, text, 0, now)) === undefined).toBe(true)
      }),
    )
  })

  test('is enrolled by an address that names county and login', () => {
    const { secret: typed, uri } = enrolment(secret, '测试县', 'zhangwei')
    expect(typed).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    expect(new URL(uri).searchParams.get('secret')).toBe(typed)
    expect(decodeURIComponent(new URL(uri).pathname)).toContain('测试县:zhangwei')
  })
})

test('a sealed secret opens under its key and for its person alone, and shows when it was touched', () => {
  const key = Buffer.alloc(32, 1)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(), (bytes, at) => {
      const box = seal(key, 'me', bytes)
      expect(unseal(key, 'me', box)).toEqual(Buffer.from(bytes))
      expect(() => unseal(key, 'you', box)).toThrow()
      expect(() => unseal(Buffer.alloc(32, 2), 'me', box)).toThrow()
      const touched = Buffer.from(box)
      touched.writeUInt8((box[at % box.length] ?? 0) ^ 1, at % box.length)
      expect(() => unseal(key, 'me', touched)).toThrow()
    }),
  )
})
