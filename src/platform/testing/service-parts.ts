import { systemClock } from '#platform/kernel/clock.ts'
import { openConnectors } from '#platform/server/connectors/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { testPersonalData } from './personal-data.ts'

/** What services hold beside database, clock, files and rules, for tests and benches without a server; no department is known. */
export function testServiceParts(): Pick<Services, 'personalData' | 'connectors'> {
  return { personalData: testPersonalData(), connectors: openConnectors(() => undefined, systemClock) }
}
