import type { Provider } from './provider.ts'
import { dingTalkProvider } from './providers/dingtalk.ts'
import { oidcProvider } from './providers/oidc.ts'
import { zheZhengDingProvider } from './providers/zhezhengding.ts'
import type { ProviderSettings, SingleSignOnSettings } from './settings.ts'

/** The providers of a county by id, and the address of this platform. */
export type SingleSignOn = {
  readonly site: URL
  readonly providers: ReadonlyMap<string, Provider>
  /** Adds a demonstration's provider, whose pages are relayed; not where the county has one for the same door. */
  addDemo(settings: Extract<ProviderSettings, { readonly kind: 'oidc' }>): void
}

/** Opens the providers; none where the data folder names none. */
export function openProviders(settings: SingleSignOnSettings | undefined): SingleSignOn {
  const providers = new Map((settings?.providers ?? []).map((one) => [one.id, openProvider(one)]))
  return {
    site: new URL(settings?.site ?? 'http://localhost'),
    providers,
    addDemo: (demo) => {
      if ([...providers.values()].some(({ door }) => door === demo.door)) return
      providers.set(demo.id, { ...oidcProvider(demo), relay: new URL(demo.issuer) })
    },
  }
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
