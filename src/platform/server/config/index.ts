export { type Config, environmentOfChild, projectRoot, readConfig } from './config.ts'
