// Written by npm run gen from the folders of src/scenarios.
import { pages as catalogue } from '#scenarios/catalogue/pages.ts'
import { pages as certificates } from '#scenarios/certificates/pages.ts'
import { pages as dataHub } from '#scenarios/data-hub/pages.ts'
import { pages as matters } from '#scenarios/matters/pages.ts'
import { pages as portal } from '#scenarios/portal/pages.ts'
import { pages as projects } from '#scenarios/projects/pages.ts'
import { pages as rules } from '#scenarios/rules/pages.ts'
import { pages as supervision } from '#scenarios/supervision/pages.ts'

export const scenarios = [catalogue, certificates, dataHub, matters, portal, projects, rules, supervision] as const
