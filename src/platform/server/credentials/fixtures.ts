import { v7 } from 'uuid'
import {
  ed25519Signer,
  newEd25519Key,
  newSm2Key,
  type Signer,
  type Suite,
  sm2Signer,
} from '#platform/server/signing/index.ts'
import { anybody, secondsOf } from './claims.ts'
import { type Statement, showCredential, signCredential } from './sd-jwt.ts'
import { signStatusList } from './status-list.ts'
import { type KeyFile, keyFileOf } from './verify/key-file.ts'

/** What the tests of credentials sign with. Not exported by the room. */
export const issuer = 'urn:xianqu:331199'
export const noon = Date.parse('2026-03-02T12:00:00+08:00')
export const minute = 60_000
export const day = 24 * 60 * minute
export const listUri = 'urn:xianqu:331199:status:2026-03'

export type Office = { readonly keys: KeyFile; readonly signer: Signer; readonly wallet: Signer }

/** A county that issues under a suite. */
export function office(suite: Suite, of = issuer): Office {
  const make = () => (suite === 'SM2' ? sm2Signer(newSm2Key()) : ed25519Signer(newEd25519Key()))
  const [signer, wallet] = [make(), make()]
  const told = (purpose: 'credentials' | 'wallet', { keyId, publicKey }: Signer) => ({
    ...{ keyId, publicKey, suite, purpose, from: new Date(noon).toISOString(), until: null, certificate: null },
  })
  return { signer, wallet, keys: keyFileOf(of, '测试县', [told('credentials', signer), told('wallet', wallet)]) }
}

export const noHouse = { name: '吴丽萍', 'identity-number': '331199199001010020', finding: '无房屋登记记录' }

/** A certificate of owning no house. */
export function issue({ signer, wallet }: Office, changes: Partial<Statement> = {}): Promise<string> {
  return signCredential(
    signer,
    {
      ...{ iss: issuer, vct: 'urn:xianqu:331199:credential:no-house:1', jti: v7(), iat: secondsOf(noon - day) },
      ...{ nbf: secondsOf(noon - day), exp: secondsOf(noon + 29 * day), cnf: { kid: wallet.keyId } },
      status: { status_list: { idx: 77, uri: listUri } },
      heading: {
        ...{ title: '无房证明', english: 'Certificate of owning no house', code: 'C0000', number: 'C0000-1' },
        ...{ unit: 'zhujian', unitName: '测试县住建局', legal: '与纸质证明具有同等法律效力。', sample: true },
        labels: {
          name: ['姓名', 'Name'],
          'identity-number': ['身份证号', 'Identity number'],
          finding: ['结果', 'Finding'],
        },
      },
      fields: noHouse,
      ...changes,
    },
    ['name', 'identity-number'],
  )
}

/** Shows it. */
export function show(
  { wallet }: Office,
  credential: string,
  changes: { fields?: string[]; aud?: string; nonce?: string; iat?: number; exp?: number } = {},
) {
  const { fields = ['name'], ...binding } = changes
  return showCredential(wallet, credential, fields, {
    ...{ iat: secondsOf(noon), exp: secondsOf(noon + 30 * minute), aud: anybody, nonce: 'n-1', jti: v7(), ...binding },
  })
}

export function statusList(
  { signer }: Office,
  marked: Parameters<typeof signStatusList>[1]['marked'] = [],
  now = noon,
) {
  return signStatusList(signer, { issuer, uri: listUri, marked, now: new Date(now) })
}
