declare const brand: unique symbol

/** A string (or number) that may not be mistaken for another of the same shape: `type CaseId = Brand<string, 'CaseId'>`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
