// Written by npm run gen from the folders of src/scenarios.
import { scenario as projects } from '#scenarios/projects/scenario.ts'

export const scenarios = [projects] as const
