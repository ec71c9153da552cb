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
export { progressOf } from './domain/progress.ts'
export { lateUpstream } from './domain/upstream.ts'
export { nodeStream, planStream, type Recorded } from './entries.ts'
export { type NodeRow, nodeColumns, nodeOf } from './node-row.ts'
export { findNode, listNodes, type NodeInPlan } from './node-store.ts'
export { type NodeWork, nodeObligation, recordNodes, rulesOfPlan, takeUp } from './node-work.ts'
export { beginNodes, openBehind } from './open-gates.ts'
export {
  findPlan,
  insertNodes,
  insertPlan,
  type NewNode,
  type PlanRow,
  type PlanState,
  planStates,
  startPlan,
} from './plan-store.ts'
export { nodeSweep } from './sweep-nodes.ts'
