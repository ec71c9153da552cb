export { openProviders, type SingleSignOn } from './open-providers.ts'
export { type Errand, type External, type Provider, ProviderDown, ProviderRefused } from './provider.ts'
export { type ProviderSettings, readSingleSignOn, type SingleSignOnSettings } from './settings.ts'
