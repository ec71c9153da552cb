export { examine } from './examine.ts'
export type { Finding } from './finding.ts'
export type { Subject } from './subject.ts'
export { examineWithout, unreachable } from './unreachable.ts'
