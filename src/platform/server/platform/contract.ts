import type { AnyContractRouter } from '@orpc/contract'
import type { AnyRouter } from '@orpc/server'
import { journalContract } from '#platform/contract/journal-contract.ts'
import { sessionContract } from '#platform/contract/session-contract.ts'
import { journalRoutes, sessionRoutes } from '#platform/server/http/index.ts'
import type { Scenario } from '#platform/server/scenario/index.ts'
import type { Platform } from './open-platform.ts'

/** The contracts of the platform and its scenarios, each under its name. */
export function contractOf(scenarios: readonly Scenario[]): AnyContractRouter {
  const own = scenarios.map((scenario) => [scenario.id, scenario.contract] as const)
  return { session: sessionContract, journal: journalContract, ...Object.fromEntries(own) }
}

/** The same, implemented. */
export function routerOf(platform: Platform, secureCookies: boolean): AnyRouter {
  const { services, door, signer, scenarios } = platform
  const own = scenarios.map((scenario) => [scenario.id, scenario.routes(services)] as const)
  return {
    session: sessionRoutes({ ...services, door, secureCookies }),
    journal: journalRoutes({ ...services, signer }),
    ...Object.fromEntries(own),
  }
}
