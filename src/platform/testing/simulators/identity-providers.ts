import { join } from 'node:path'
import { startBeside } from '#platform/server/process/index.ts'

/** What a provider does wrong. */
export type ProviderFault = 'down' | 'broken' | 'wrong-nonce' | 'wrong-state' | 'forged'

/** OpenID Connect, DingTalk and 浙政钉, in a process of their own; the client's secret is `secret`. */
export type IdentityProviders = {
  readonly url: string
  /** Who consents from now on. */
  become(person: string): Promise<void>
  /** The same, with the real name and number for which the platform of a province vouches: in the ID token, or at userinfo alone. */
  becomeResident(resident: {
    readonly account: string
    readonly name: string
    readonly number: string
    readonly at: 'token' | 'userinfo'
  }): Promise<void>
  /** From now on OpenID Connect asks on a page of its own who is there, and whether they consent. */
  ask(): Promise<void>
  /** What is wrong from now on; nothing where left out. */
  fail(fault?: ProviderFault): Promise<void>
  stop(): Promise<void>
}

/** Starts the providers. */
export async function startIdentityProviders(): Promise<IdentityProviders> {
  const file = join(import.meta.dirname, 'identity-providers.process.ts')
  const { ready, order: tell, stop } = await startBeside<{ readonly port: number }>(file)
  return {
    url: `http://127.0.0.1:${ready.port}`,
    become: (person) => tell({ person }),
    becomeResident: (realName) => tell({ realName }),
    ask: () => tell({ asks: true }),
    fail: (fault) => tell({ fault: fault ?? null }),
    stop,
  }
}
