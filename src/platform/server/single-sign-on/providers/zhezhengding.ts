import { createHmac, randomInt } from 'node:crypto'
import { askJson, codeOf, textOf } from '../ask.ts'
import { type Provider, ProviderRefused } from '../provider.ts'
import type { ProviderSettings } from '../settings.ts'

type Settings = Extract<ProviderSettings, { readonly kind: 'zhezhengding' }>

/**
 * Sign-in by 浙政钉 (专有钉钉): its page gives a code; the application, signing each request, gets a token of its own with which it asks
 * whose code that is.
 */
export function zheZhengDingProvider(settings: Settings): Provider {
  const { id, name, english, clientId } = settings
  return {
    ...{ id, name, english, door: 'staff' },
    begin: async ({ errand, redirectUri }) => {
      const url = new URL('/oauth2/auth.htm', settings.signInAddress)
      url.search = new URLSearchParams({
        ...{ response_type: 'code', client_id: clientId, redirect_uri: redirectUri },
        ...{ scope: 'get_user_info', authType: 'QRCODE', state: errand.state },
      }).toString()
      return url
    },
    finish: async ({ errand }, callback) => {
      const code = codeOf(callback, errand.state)
      const granted = await call(settings, 'GET', '/gettoken.json', {
        appkey: clientId,
        appsecret: settings.clientSecret,
      })
      const accessToken = textOf(granted.accessToken)
      if (accessToken === undefined) throw new ProviderRefused('there is no token')
      const person = await call(settings, 'POST', '/rpc/oauth2/getuserinfo_bycode.json', {
        access_token: accessToken,
        code,
      })
      const subject = textOf(String(person.accountId ?? ''))
      if (subject === undefined) throw new ProviderRefused('it names nobody')
      const handles = [textOf(person.employeeCode), textOf(person.account), subject]
      return { subject, handles: handles.filter((handle) => handle !== undefined) }
    },
  }
}

/** A signed call; its answer is what lies in `content.data`. */
async function call(
  { apiAddress, clientId, clientSecret }: Settings,
  method: 'GET' | 'POST',
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, unknown>>> {
  const url = new URL(path, apiAddress)
  const timestamp = new Date().toISOString().replace('Z', '+00:00')
  const nonce = `${Date.now()}${randomInt(1000, 10_000)}`
  const query = new URLSearchParams(parameters)
  if (method === 'GET') url.search = query.toString()
  const answer = await askJson(url, {
    method,
    headers: {
      'X-Hmac-Auth-Timestamp': timestamp,
      'X-Hmac-Auth-Version': '1.0',
      'X-Hmac-Auth-Nonce': nonce,
      apiKey: clientId,
      'X-Hmac-Auth-Signature': signatureOf(clientSecret, { method, timestamp, nonce, path, parameters }),
    },
    ...(method === 'POST' ? { body: query } : {}),
  })
  const content = answer.content as { readonly data?: Readonly<Record<string, unknown>> } | undefined
  if (answer.success !== true || content?.data === undefined) throw new ProviderRefused('it says no')
  return content.data
}

/** What is signed, line by line: method, instant, nonce, path and the parameters in order, as they are written. */
export function signatureOf(
  secret: string,
  signed: {
    readonly method: string
    readonly timestamp: string
    readonly nonce: string
    readonly path: string
    readonly parameters: Readonly<Record<string, string>>
  },
): string {
  const parameters = Object.entries(signed.parameters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const lines = [signed.method, signed.timestamp, signed.nonce, signed.path, parameters]
  return createHmac('sha256', secret).update(lines.join('\n')).digest('base64')
}
