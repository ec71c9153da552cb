export { type Loop, type Pace, startLoop } from './loop.ts'
