import { backgroundFindings } from './background-checks.ts'
import { countyFindings } from './county-checks.ts'
import { databaseFindings } from './database-checks.ts'
import { readDatabaseFacts } from './doctor-store.ts'
import type { Finding } from './finding.ts'
import { machineFindings } from './machine-checks.ts'
import type { Subject } from './subject.ts'

/**
 * Looks at everything that goes wrong with a platform in use; what is wrong comes first.
 * @example `const findings = await examine(subject); process.exitCode = findings.some(({ level }) => level === 'wrong') ? 1 : 0`
 */
export async function examine(subject: Subject): Promise<Finding[]> {
  const facts = await readDatabaseFacts(subject.ownerUrl, subject.jurisdiction, subject.now)
  const findings = [
    ...databaseFindings(facts, new Date()),
    ...backgroundFindings(subject, facts),
    ...(await machineFindings(subject)),
    ...countyFindings(subject, facts),
  ]
  return findings.sort((a, b) => weight[b.level] - weight[a.level])
}

const weight: Readonly<Record<Finding['level'], number>> = { ok: 0, attention: 1, wrong: 2 }
