// Written by npm run gen from the folders of src/scenarios.
import { pages as projects } from '#scenarios/projects/pages.ts'

export const scenarios = [projects] as const
