import { catalogue } from './contract/routes/catalogue.ts'
import { grants } from './contract/routes/grants.ts'
import { looks } from './contract/routes/looks.ts'
import { refused } from './contract/routes/refused.ts'
import { tables } from './contract/routes/tables.ts'

/** The routes of the data hub (F1): catalogue, tables handed over, grants, the record of look-ups, disputes. */
export const contract = { ...catalogue, ...tables, ...grants, ...looks, ...refused } as const
