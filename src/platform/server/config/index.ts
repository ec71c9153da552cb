export { type Config, projectRoot, readConfig } from './config.ts'
