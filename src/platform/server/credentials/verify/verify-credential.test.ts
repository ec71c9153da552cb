import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secondsOf } from '../claims.ts'
import { day, issue, issuer, minute, noHouse, noon, type Office, office, show, statusList } from '../fixtures.ts'
import { readStatusList, type StatusList } from '../status-list.ts'
import { trustedKeys } from './key-file.ts'
import type { TrustedKeys } from './read-jwt.ts'
import { type Verifying, verifyCredential } from './verify-credential.ts'

const offices = { EdDSA: office('EdDSA'), SM2: office('SM2') }
const lists = async (of: Office, ...rest: [Parameters<typeof statusList>[1]?, number?]) =>
  readStatusList(await statusList(of, ...rest), keysOf(of)) as StatusList
const known = new WeakMap<Office, TrustedKeys>()
const keysOf = (of: Office) => known.get(of) ?? known.set(of, trustedKeys([of.keys])).get(of) ?? new Map()
const verify = (of: Office, text: string, changes: Partial<Verifying> = {}) =>
  verifyCredential(text, { keys: keysOf(of), now: noon + minute, ...changes })

describe.each(Object.entries(offices))('%s', (_suite, of) => {
  it('what the holder shows is valid with a fresh list, and tells only what was chosen', async () => {
    const verdict = verify(of, await show(of, await issue(of)), { statusLists: [await lists(of)] })
    expect(verdict.state).toBe('valid')
    expect(verdict.disclosed.map(({ field, value }) => [field, value])).toEqual([
      ['name', noHouse.name],
      ['finding', noHouse.finding],
    ])
    expect(JSON.stringify(verdict)).not.toContain(noHouse['identity-number'])
  })

  it('without a list it is genuine, and its standing is left open', async () => {
    expect(verify(of, await show(of, await issue(of))).state).toBe('status-unknown')
  })

  it.each([['revoked'], ['suspended']] as const)(
    'what is %s is told so, at its place in the list alone',
    async (standing) => {
      const text = await show(of, await issue(of))
      expect(verify(of, text, { statusLists: [await lists(of, [{ index: 77, standing }])] }).state).toBe(standing)
      expect(verify(of, text, { statusLists: [await lists(of, [{ index: 76, standing }])] }).state).toBe('valid')
    },
  )

  it('any single changed character is detected', async () => {
    const text = await show(of, await issue(of), { fields: ['name', 'identity-number'] })
    const statusLists = [await lists(of)]
    const place = fc.nat(text.length - 1)
    const character = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~')
    fc.assert(
      fc.property(place, character, (at, other) => {
        fc.pre(text[at] !== other)
        const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`
        expect(verify(of, changed, { statusLists }).state).toMatch(/^(altered|forged|unreadable|unbound)$/)
      }),
      { numRuns: 40, examples: [...'._~'].map((sign) => [text.indexOf(sign), 'A'] as [number, string]) },
    )
    expect(verify(of, `${text.slice(0, -1)}${nextOf(text.at(-1) ?? '')}`, { statusLists }).state).not.toBe('valid')
  })

  it('a key that was not given, or one of another county, forges', async () => {
    const text = await show(of, await issue(of))
    const other = office(of.signer.suite)
    expect(verify(other, text).state).toBe('forged')
    const elsewhere = { ...of, keys: { ...of.keys, issuer: 'urn:xianqu:230108' } }
    expect(verify(elsewhere, text).state).toBe('forged')
  })

  it('a copy of a showing without its binding is nobody’s', async () => {
    const text = await show(of, await issue(of))
    expect(verify(of, text.slice(0, text.lastIndexOf('~') + 1)).state).toBe('unbound')
    expect(verify(of, await issue(of)).state).toBe('unbound')
  })

  it('fields cannot be added to a showing, nor taken from it, nor lent from another document', async () => {
    const credential = await issue(of)
    const one = (await show(of, credential, { fields: ['name'] })).split('~')
    const two = (await show(of, credential, { fields: ['name', 'identity-number'] })).split('~')
    const added = [one[0], one[1], two[1], one[2]].join('~')
    expect(verify(of, added).state).toBe('altered')
    expect(verify(of, [one[0], one[2]].join('~')).state).toBe('altered')
    const others = (await show(of, await issue(of), { fields: ['identity-number'] })).split('~')
    expect(verify(of, [one[0], others[1], one[2]].join('~')).state).toBe('altered')
  })

  it('the wallet’s key cannot issue, nor the issuer’s key show', async () => {
    const swapped = { ...of, signer: of.wallet, wallet: of.signer }
    expect(verify(of, await show(of, await issue(swapped))).state).toBe('forged')
    expect(verify(of, await show(swapped, await issue(of))).state).toBe('altered')
  })
})

describe('time', () => {
  const of = offices.EdDSA

  it('validity begins and ends at its instants, give or take the grace for clocks', async () => {
    const text = await show(of, await issue(of), { exp: secondsOf(noon + 60 * day), iat: secondsOf(noon - day) })
    const statusLists = [await lists(of, [], noon + 27 * day)]
    const stateAt = (now: number) => verify(of, text, { now, statusLists }).state
    expect(stateAt(noon - day - 6 * minute)).toBe('not-yet')
    expect(stateAt(noon - day - 4 * minute)).toBe('valid')
    expect(stateAt(noon + 29 * day + 4 * minute)).toBe('valid')
    expect(stateAt(noon + 29 * day + 6 * minute)).toBe('expired')
  })

  it('a showing ends when its holder said', async () => {
    const text = await show(of, await issue(of))
    expect(verify(of, text, { now: noon + 36 * minute }).state).toBe('show-expired')
  })

  it('a clock that is a day behind is told of, and nothing is called valid', async () => {
    const verdict = verify(of, await show(of, await issue(of)), { now: noon - day, statusLists: [await lists(of)] })
    expect(verdict.state).toBe('not-yet')
    expect(verdict.notes.map(({ zh }) => zh).join()).toContain('至少慢 24 小时')
  })

  it('a clock that is a day ahead sees an old list and an ended showing, never more than there is', async () => {
    const statusLists = [await lists(of)]
    const short = verify(of, await show(of, await issue(of)), { now: noon + day, statusLists })
    expect(short.state).toBe('show-expired')
    const long = await show(of, await issue(of), { exp: secondsOf(noon + 9 * day) })
    const verdict = verify(of, long, { now: noon + day, statusLists })
    expect(verdict.state).toBe('valid')
    expect(verdict.notes.map(({ zh }) => zh).join()).toContain('注销名单是 24 小时前的')
  })

  it('a list that is too old says nothing any more', async () => {
    const text = await show(of, await issue(of), { exp: secondsOf(noon + 9 * day) })
    expect(verify(of, text, { now: noon + 4 * day, statusLists: [await lists(of)] }).state).toBe('status-unknown')
  })
})

describe('whom and what for', () => {
  const of = offices.EdDSA
  it('a showing to one is none to another, and an answer to one question none to the next', async () => {
    const text = await show(of, await issue(of), { aud: '遂昌农商银行', nonce: 'q-1' })
    const statusLists = [await lists(of)]
    expect(verify(of, text, { statusLists, audience: '遂昌农商银行', nonce: 'q-1' }).state).toBe('valid')
    expect(verify(of, text, { statusLists, audience: '别家银行', nonce: 'q-1' }).state).toBe('other-audience')
    expect(verify(of, text, { statusLists, audience: '遂昌农商银行', nonce: 'q-2' }).state).toBe('replayed')
  })
})

describe('suites are not confused', () => {
  const of = offices.EdDSA
  const heads = { none: { alg: 'none' }, mac: { alg: 'HS256' }, sm2: { alg: 'SM2' } }
  const resigned = async (head: object, sign: (signed: string) => string) => {
    const [jwt = '', ...rest] = (await show(of, await issue(of))).split('~')
    const [header = '', payload = ''] = jwt.split('.')
    const changed = { ...JSON.parse(Buffer.from(header, 'base64url').toString()), ...head }
    const signed = `${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${payload}`
    return [`${signed}.${sign(signed)}`, ...rest].join('~')
  }

  it('“none” is no algorithm, with or without a signature', async () => {
    expect(verify(of, await resigned(heads.none, () => '')).state).not.toBe('valid')
    expect(verify(of, await resigned(heads.none, () => 'AAAA')).state).toBe('forged')
  })

  it('a MAC under the public key is forged', async () => {
    const mac = (signed: string) => createHmac('sha256', of.signer.publicKey).update(signed).digest('base64url')
    expect(verify(of, await resigned(heads.mac, mac)).state).toBe('forged')
  })

  it('an SM2 signature under the id of an Ed25519 key is forged', async () => {
    const sm2 = (signed: string) =>
      Buffer.from(offices.SM2.signer.sign(Buffer.from(signed)) as Uint8Array).toString('base64url')
    expect(verify(of, await resigned(heads.sm2, sm2)).state).toBe('forged')
    expect(verify(of, await resigned({}, sm2)).state).toBe('altered')
  })

  it('a status list is no credential, and a credential no status list', async () => {
    const keys = trustedKeys([of.keys])
    expect(verify(of, `${await statusList(of)}~`).state).toBe('unreadable')
    expect(readStatusList((await issue(of)).split('~')[0] ?? '', keys)).toBe('unreadable')
    expect(readStatusList(await statusList(office('EdDSA')), keys)).toBe('forged')
    const list = await statusList(of)
    expect(readStatusList(`${list.slice(0, -3)}AAA`, keys)).toBe('altered')
  })

  it('keys that are not what their file says are refused', () => {
    const [first, ...others] = of.keys.keys
    const wrong = { ...of.keys, keys: [{ ...first, keyId: '0'.repeat(16) } as NonNullable<typeof first>, ...others] }
    expect(() => trustedKeys([wrong])).toThrow('not what the file says')
    expect(trustedKeys([of.keys]).get(of.signer.keyId)?.issuer).toBe(issuer)
  })
})

/** The next character of base64url: in the last place of a signature it may carry no bit at all. */
function nextOf(character: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return alphabet[(alphabet.indexOf(character) + 1) % 64] ?? 'A'
}
