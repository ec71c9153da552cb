/** A business refusal: a stable code and the facts that its sentence needs. Sentences live in the registry of `contract/`. */
export type Refusal = {
  /** Dotted, lower case, stable for ever: `plans.node.done`. */
  readonly code: string
  /** Values for the placeholders of the sentence; never personal data that the reader may not see. */
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>
}
