import type { Provider } from './provider.ts'
import { dingTalkProvider } from './providers/dingtalk.ts'
import { oidcProvider } from './providers/oidc.ts'
import { zheZhengDingProvider } from './providers/zhezhengding.ts'
import type { ProviderSettings, SingleSignOnSettings } from './settings.ts'

/** The providers of a county by id, and the address of this platform. */
export type SingleSignOn = { readonly site: URL; readonly providers: ReadonlyMap<string, Provider> }

/** Opens the providers; none where the data folder names none. */
export function openProviders(settings: SingleSignOnSettings | undefined): SingleSignOn {
  const providers = (settings?.providers ?? []).map((one) => [one.id, openProvider(one)] as const)
  return { site: new URL(settings?.site ?? 'http://localhost'), providers: new Map(providers) }
}

function openProvider(settings: ProviderSettings): Provider {
  switch (settings.kind) {
    case 'oidc':
      return oidcProvider(settings)
    case 'dingtalk':
      return dingTalkProvider(settings)
    case 'zhezhengding':
      return zheZhengDingProvider(settings)
  }
}
