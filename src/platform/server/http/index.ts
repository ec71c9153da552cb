export type { CallContext, RequestContext } from './call-context.ts'
export { guard, scopeOf } from './guard.ts'
export { orRefuse, Refused, refused } from './refused.ts'
