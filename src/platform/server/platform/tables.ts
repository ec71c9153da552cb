import { caseworkRefusals } from '#platform/contract/casework-refusals.ts'
import { credentialRefusals } from '#platform/contract/credential-refusals.ts'
import { deliveryRefusals } from '#platform/contract/delivery-refusals.ts'
import { obligationRefusals } from '#platform/contract/obligation-refusals.ts'
import { personalRefusals } from '#platform/contract/personal-refusals.ts'
import { planRefusals } from '#platform/contract/plan-refusals.ts'
import { platformRefusals } from '#platform/contract/platform-refusals.ts'
import { residentRefusals } from '#platform/contract/resident-refusals.ts'
import { ruleRefusals } from '#platform/contract/rule-refusals.ts'
import { refusals as countyRefusals } from '#platform/server/county/index.ts'
import { fileRefusals } from '#platform/server/files/index.ts'
import { refusals as identityRefusals } from '#platform/server/identity/index.ts'
import { refusals as journalRefusals } from '#platform/server/journal/index.ts'

/** The refusals of the platform's own rooms. */
export const refusalTables = [
  platformRefusals,
  caseworkRefusals,
  countyRefusals,
  credentialRefusals,
  deliveryRefusals,
  fileRefusals,
  identityRefusals,
  journalRefusals,
  obligationRefusals,
  personalRefusals,
  planRefusals,
  residentRefusals,
  ruleRefusals,
]
