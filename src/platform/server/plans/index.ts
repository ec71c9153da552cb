export {
  type BaselineNodeRow,
  type BaselineRow,
  keepBaseline,
  listBaselineNodes,
  listBaselines,
} from './baseline-store.ts'
export { type ChangeRow, findChange, insertChange, listChanges, settleChange } from './change-store.ts'
export type { Difference, Differences } from './domain/difference.ts'
export { gatesStart, type Opening, openingOf, startsAt } from './domain/gate.ts'
export { type Lamp, type LampRule, lampAt, lamps, nextLamp, plannedProgress } from './domain/lamp.ts'
export { leavesBelow } from './domain/leaves-below.ts'
export {
  accept,
  advance,
  begin,
  giveBack,
  lampFactsOf,
  type NodeChange,
  type NodeState,
  type PlanNode,
  release,
  report,
  submit,
} from './domain/node.ts'
export type { DroppedLink, Edit, NodeFields, PlacedNode } from './domain/outline-node.ts'
export { progressOf } from './domain/progress.ts'
export { lateUpstream } from './domain/upstream.ts'
export { type EditedPlan, editDraft } from './edit-draft.ts'
export { handOverNodes } from './edit-store.ts'
export { nodeStream, planEntry, planStream, type Recorded } from './entries.ts'
export { placedOf } from './node-record.ts'
export { type NodeRow, nodeColumns, nodeOf } from './node-row.ts'
export { findNode, listNodes, type NodeInPlan } from './node-store.ts'
export { type NodeWork, nodeObligation, recordNodes, rulesOfPlan, takeUp } from './node-work.ts'
export { beginNodes, openBehind } from './open-gates.ts'
export { handOverLeaves, type LifePlace, pauseLeaves, resumeLeaves } from './plan-life.ts'
export {
  findPlan,
  insertNodes,
  insertPlan,
  listPlans,
  type NewNode,
  type PlanRow,
  type PlanState,
  planStates,
  savePlan,
} from './plan-store.ts'
export { plannedEntry } from './planned-entry.ts'
export type { RebasePlace } from './rebase-node.ts'
export { type Rebased, rebasePlan } from './rebase-plan.ts'
export { recordRebase } from './record-rebase.ts'
export { nodeSweep } from './sweep-nodes.ts'
