import { defineRefusals } from '#platform/contract/refusal-registry.ts'

/** What matters may refuse beside casework itself. */
export const refusals = defineRefusals({})
