import { askJson, codeOf, textOf } from '../ask.ts'
import { type Provider, ProviderRefused } from '../provider.ts'
import type { ProviderSettings } from '../settings.ts'

type Settings = Extract<ProviderSettings, { readonly kind: 'dingtalk' }>

/** Sign-in by DingTalk: its page gives a code, the code a token, the token the person (their union id and phone). */
export function dingTalkProvider(settings: Settings): Provider {
  const { id, name, english, clientId, clientSecret } = settings
  return {
    ...{ id, name, english, door: 'staff' },
    begin: async ({ errand, redirectUri }) => {
      const url = new URL('/oauth2/auth', settings.signInAddress)
      url.search = new URLSearchParams({
        ...{ client_id: clientId, redirect_uri: redirectUri, response_type: 'code' },
        ...{ scope: 'openid', prompt: 'consent', state: errand.state },
      }).toString()
      return url
    },
    finish: async ({ errand }, callback) => {
      const code = codeOf(callback, errand.state, 'authCode')
      const { accessToken } = await askJson(new URL('/v1.0/oauth2/userAccessToken', settings.apiAddress), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ clientId, clientSecret, code, grantType: 'authorization_code' }),
      })
      const token = textOf(accessToken)
      if (token === undefined) throw new ProviderRefused('there is no token')
      const person = await askJson(new URL('/v1.0/contact/users/me', settings.apiAddress), {
        headers: { 'x-acs-dingtalk-access-token': token },
      })
      const subject = textOf(person.unionId)
      if (subject === undefined) throw new ProviderRefused('it names nobody')
      return { subject, handles: [textOf(person.mobile), subject].filter((handle) => handle !== undefined) }
    },
  }
}
