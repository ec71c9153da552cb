import type { AnyContractRouter } from '@orpc/contract'
import type { AnyRouter } from '@orpc/server'
import { credentialsContract } from '#platform/contract/credentials-contract.ts'
import { dayContract } from '#platform/contract/day-contract.ts'
import { deliveriesContract } from '#platform/contract/deliveries-contract.ts'
import { enterpriseContract } from '#platform/contract/enterprise-contract.ts'
import { identityContract } from '#platform/contract/identity-contract.ts'
import { journalContract } from '#platform/contract/journal-contract.ts'
import { mandateContract } from '#platform/contract/mandate-contract.ts'
import { noticesContract } from '#platform/contract/notices-contract.ts'
import { residentContract } from '#platform/contract/resident-contract.ts'
import { residentDeskContract } from '#platform/contract/resident-desk-contract.ts'
import { sessionContract } from '#platform/contract/session-contract.ts'
import {
  credentialRoutes,
  dayRoutes,
  deliveryRoutes,
  enterpriseRoutes,
  identityRoutes,
  journalRoutes,
  mandateRoutes,
  noticeRoutes,
  residentDeskRoutes,
  residentRoutes,
  sessionRoutes,
} from '#platform/server/http/index.ts'
import type { Scenario } from '#platform/server/scenario/index.ts'
import type { Platform } from './assemble.ts'

/** The contracts of the platform and its scenarios, each under its name. */
export function contractOf(scenarios: readonly Scenario[]): AnyContractRouter {
  const own = scenarios.map((scenario) => [scenario.id, scenario.contract] as const)
  const platform = {
    session: sessionContract,
    residents: residentContract,
    mandates: mandateContract,
    residentDesk: residentDeskContract,
    enterprises: enterpriseContract,
    identity: identityContract,
    journal: journalContract,
    day: dayContract,
    notices: noticesContract,
    deliveries: deliveriesContract,
    credentials: credentialsContract,
  }
  return { ...platform, ...Object.fromEntries(own) }
}

/** The same, implemented. */
export function routerOf(platform: Platform, secureCookies: boolean): AnyRouter {
  const { services, door, residents, signer, scenarios, singleSignOn } = platform
  const own = scenarios.map((scenario) => [scenario.id, scenario.routes(services)] as const)
  return {
    session: sessionRoutes({ ...services, door, secureCookies, singleSignOn }),
    residents: residentRoutes({ ...services, residents, secureCookies }),
    mandates: mandateRoutes({ ...services, residents, secureCookies }),
    residentDesk: residentDeskRoutes({ ...services, residents, secureCookies }),
    enterprises: enterpriseRoutes({ ...services, residents, secureCookies }),
    identity: identityRoutes({ ...services, door }),
    journal: journalRoutes({ ...services, signer }),
    day: dayRoutes(services, scenarios),
    notices: noticeRoutes(services),
    deliveries: deliveryRoutes(services),
    credentials: credentialRoutes(services),
    ...Object.fromEntries(own),
  }
}
