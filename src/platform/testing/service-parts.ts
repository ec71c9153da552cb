import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#platform/kernel/clock.ts'
import { openConnectors } from '#platform/server/connectors/index.ts'
import { openFaceService } from '#platform/server/credentials/index.ts'
import { openPrinter, sealKeyOf } from '#platform/server/printing/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { softwareKeys } from '#platform/server/signing/index.ts'
import { testPersonalData } from './personal-data.ts'

/** What services hold beside database, clock, files and rules, for tests and benches without a server; no department is known. */
export function testServiceParts(): Pick<
  Services,
  'county' | 'crypto' | 'face' | 'printer' | 'personalData' | 'connectors'
> {
  const crypto = softwareKeys(mkdtempSync(join(tmpdir(), 'xianqu-keys-')), '测试县', systemClock.now())
  return {
    county: { name: '测试县', demo: true },
    crypto,
    printer: openPrinter({ seal: () => ({ key: sealKeyOf(crypto), at: systemClock.now() }) }),
    face: openFaceService(() => undefined),
    personalData: testPersonalData(),
    connectors: openConnectors(() => undefined, systemClock),
  }
}
