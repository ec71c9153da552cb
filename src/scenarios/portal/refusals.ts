import { defineRefusals } from '#platform/contract/refusal-registry.ts'

/** The portal refuses nothing of its own: what it shows belongs to the engines and to matters. */
export const refusals = defineRefusals({})
