import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const common = {
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1),
  english: z.string().min(1),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
}
const address = z.url({ protocol: /^https?$/ })

const Settings = z.strictObject({
  /** The address under which people reach the platform, as it is registered with the providers. */
  site: address,
  providers: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        ...common,
        kind: z.literal('oidc'),
        issuer: address,
        scope: z.string().default('openid profile'),
        /** Whom it brings: people at work, or residents, for whose real name and identity number it vouches. */
        door: z.enum(['staff', 'residents']).default('staff'),
        /** What it calls what it says of a resident, in the ID token or at its userinfo endpoint. */
        claims: z
          .strictObject({ name: z.string().min(1), number: z.string().min(1) })
          .default({ name: 'name', number: 'identity_number' }),
      }),
      z.strictObject({
        ...common,
        kind: z.literal('dingtalk'),
        signInAddress: address.default('https://login.dingtalk.com'),
        apiAddress: address.default('https://api.dingtalk.com'),
      }),
      z.strictObject({
        ...common,
        kind: z.literal('zhezhengding'),
        signInAddress: address.default('https://login-pro.ding.zj.gov.cn'),
        apiAddress: address.default('https://openplatform-pro.ding.zj.gov.cn'),
      }),
    ]),
  ),
})

/** How people may sign in from outside. */
export type SingleSignOnSettings = z.infer<typeof Settings>
export type ProviderSettings = SingleSignOnSettings['providers'][number]

/** `single-sign-on.json` of the data folder; undefined where there is none. Throws where others may read its secrets. */
export function readSingleSignOn(folder: string): SingleSignOnSettings | undefined {
  const file = join(folder, 'single-sign-on.json')
  if (!existsSync(file)) return undefined
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others than its owner; run: chmod 600 ${file}`)
  return Settings.parse(JSON.parse(readFileSync(file, 'utf8')))
}
