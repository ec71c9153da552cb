import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

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
  const execArgv = ['--disable-warning=ExperimentalWarning']
  const child = fork(join(import.meta.dirname, 'identity-providers.process.ts'), { execArgv })
  const [{ ready }] = (await once(child, 'message')) as [{ ready: number }]
  const tell = async (next: object) => {
    const told = once(child, 'message')
    child.send(next)
    await told
  }
  return {
    url: `http://127.0.0.1:${ready}`,
    become: (person) => tell({ person }),
    becomeResident: (realName) => tell({ realName }),
    ask: () => tell({ asks: true }),
    fail: (fault) => tell({ fault: fault ?? null }),
    stop: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
