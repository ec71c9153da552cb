export type { Decision, Statement } from './decision.ts'
export { type CommandCall, runCommand } from './run-command.ts'
