export { foundAttribute } from './idle-filter.ts'
export { openTracing, type Tracing, type TracingOptions } from './open-tracing.ts'
export { currentTrace, inSpan, inTrace, noteOnSpan } from './span.ts'
