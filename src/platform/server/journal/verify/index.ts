export type { Finding, FindingKind } from './finding.ts'
export { type Sentence, tellVerdict } from './tell-verdict.ts'
export { OutsideHeadForged, type Verdict, verifyExport } from './verify-export.ts'
