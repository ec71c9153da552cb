import { start } from '#platform/web/start.tsx'
import { scenarios } from './registry.generated.ts'

start(scenarios)
