// Written by npm run gen from the folders of src/scenarios.
import { scenario as catalogue } from '#scenarios/catalogue/scenario.ts'
import { scenario as certificates } from '#scenarios/certificates/scenario.ts'
import { scenario as dataHub } from '#scenarios/data-hub/scenario.ts'
import { scenario as matters } from '#scenarios/matters/scenario.ts'
import { scenario as portal } from '#scenarios/portal/scenario.ts'
import { scenario as projects } from '#scenarios/projects/scenario.ts'
import { scenario as rules } from '#scenarios/rules/scenario.ts'
import { scenario as supervision } from '#scenarios/supervision/scenario.ts'

export const scenarios = [catalogue, certificates, dataHub, matters, portal, projects, rules, supervision] as const
