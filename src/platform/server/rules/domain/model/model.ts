/**
 * A decision model as the standard has it (DMN 1.1 to 1.5): decisions, the inputs and knowledge that they require, and the types of
 * their values. Decision logic is an expression: a decision table, a FEEL text, or one of the boxed kinds.
 */
export type Model = {
  readonly name: string
  readonly namespace: string
  readonly types: ReadonlyMap<string, ItemDefinition>
  readonly inputs: readonly InputData[]
  readonly decisions: readonly Decision[]
  readonly knowledge: readonly Knowledge[]
  readonly services: readonly DecisionService[]
}

/** Where something stands in the document, counted from 1. */
export type Place = { readonly line: number; readonly column: number }

/** A type of the model: an alias, a restriction, a structure, or a list of one of these. */
export type ItemDefinition = {
  readonly name: string
  readonly typeRef?: string
  readonly isCollection: boolean
  /** Unary tests that a value has to pass: `allowedValues` or `typeConstraint`. */
  readonly allowed?: string
  readonly components: readonly ItemDefinition[]
  readonly function?: { readonly parameters: readonly Parameter[]; readonly returns?: string }
  readonly place: Place
}

/** An element with the name that people use and the name that expressions use; they are mostly the same. */
export type Named = { readonly id: string; readonly name: string; readonly variable: string }

/** A fact that comes from outside. */
export type InputData = Named & {
  readonly typeRef?: string
  /** Of what is imported: the names of the imports on the way to it, and last its name in its own document. */
  readonly path?: readonly string[]
  readonly place: Place
}

/** What a decision, or a piece of knowledge, needs to be known before: ids of the model. */
export type Requirements = {
  readonly decisions: readonly string[]
  readonly inputs: readonly string[]
  readonly knowledge: readonly string[]
  /** The import under whose name an element of another document is called, by its id. */
  readonly from?: ReadonlyMap<string, string>
}

export type Decision = Named & {
  readonly typeRef?: string
  readonly question?: string
  readonly description?: string
  readonly requires: Requirements
  readonly logic?: Expression
  readonly place: Place
}

/** A business knowledge model: a function that decisions may call. */
export type Knowledge = Named & {
  readonly typeRef?: string
  readonly requires: Requirements
  readonly logic?: FunctionDefinition
  readonly place: Place
}

export type DecisionService = Named & {
  readonly typeRef?: string
  readonly outputs: readonly string[]
  readonly encapsulated: readonly string[]
  readonly inputDecisions: readonly string[]
  readonly inputs: readonly string[]
  readonly place: Place
}

export type Parameter = { readonly name: string; readonly typeRef?: string }

export type Expression =
  | Literal
  | DecisionTable
  | BoxedContext
  | Invocation
  | Relation
  | BoxedList
  | FunctionDefinition
  | Conditional
  | Filter
  | Iteration

type Boxed = { readonly typeRef?: string; readonly place: Place }

export type Literal = Boxed & { readonly kind: 'literal'; readonly text: string }

export type BoxedContext = Boxed & {
  readonly kind: 'context'
  readonly entries: readonly { readonly name: string; readonly typeRef?: string; readonly value?: Expression }[]
  /** The result cell; without it the context itself is the value. */
  readonly result?: Expression
}

export type Invocation = Boxed & {
  readonly kind: 'invocation'
  readonly callee: Literal
  readonly bindings: readonly { readonly name: string; readonly typeRef?: string; readonly value?: Expression }[]
}

export type Relation = Boxed & {
  readonly kind: 'relation'
  readonly columns: readonly Parameter[]
  readonly rows: readonly (readonly (Expression | undefined)[])[]
}

export type BoxedList = Boxed & { readonly kind: 'list'; readonly items: readonly Expression[] }

export type FunctionDefinition = Boxed & {
  readonly kind: 'function'
  readonly language: string
  readonly parameters: readonly Parameter[]
  readonly body?: Expression
}

export type Conditional = Boxed & {
  readonly kind: 'conditional'
  readonly condition?: Expression
  readonly whenTrue?: Expression
  readonly whenFalse?: Expression
}

export type Filter = Boxed & { readonly kind: 'filter'; readonly list?: Expression; readonly match?: Expression }

export type Iteration = Boxed & {
  readonly kind: 'iteration'
  readonly mode: 'for' | 'some' | 'every'
  readonly variable: string
  readonly list?: Expression
  readonly body?: Expression
}

export const hitPolicies = ['U', 'A', 'P', 'F', 'R', 'O', 'C', 'C+', 'C<', 'C>', 'C#'] as const
export type HitPolicy = (typeof hitPolicies)[number]

export type DecisionTable = Boxed & {
  readonly kind: 'table'
  readonly hitPolicy: HitPolicy
  readonly inputs: readonly TableInput[]
  readonly outputs: readonly TableOutput[]
  readonly rules: readonly TableRule[]
}

export type TableInput = {
  readonly label?: string
  readonly text: string
  readonly typeRef?: string
  /** Unary tests that the value has to pass. */
  readonly allowed?: string
}

export type TableOutput = {
  readonly name?: string
  readonly label?: string
  readonly typeRef?: string
  /** The allowed values in the order of their priority. */
  readonly allowed?: string
  readonly otherwise?: string
}

export type TableRule = {
  readonly id?: string
  readonly tests: readonly string[]
  readonly outputs: readonly string[]
  /** The types that output cells name themselves. */
  readonly outputTypes: readonly (string | undefined)[]
  readonly annotations: readonly string[]
  readonly place: Place
}
