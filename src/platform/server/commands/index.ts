export type { Decision, Statement } from './decision.ts'
export { type CommandOptions, runCommand } from './run-command.ts'
export type { CommandCall } from './run-together.ts'
