/** Where an outcome stands. Only a payment is `returned`, by the bank. */
export type OutcomeState = 'ordered' | 'done' | 'failed' | 'returned'
