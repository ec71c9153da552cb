import { defineRefusals } from '#platform/contract/refusal-registry.ts'

/** What the pages of rules may refuse is what the engine refuses. */
export const refusals = defineRefusals({})
