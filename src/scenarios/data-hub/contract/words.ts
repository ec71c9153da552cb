/** How a look-up stands. */
export const lookUpStates = ['asking', 'waiting', 'answered', 'not-found', 'wrong', 'gave-up', 'refused'] as const
export type LookUpState = (typeof lookUpStates)[number]

/** The most sensitive of a dataset's fields. */
export const sensitivities = ['public', 'internal', 'personal', 'sensitive'] as const
export type Sensitivity = (typeof sensitivities)[number]
