import type { Variables } from '../scope.ts'
import { arithmetic } from './arithmetic.ts'
import { dates } from './dates.ts'
import { intervals } from './intervals.ts'
import { lists } from './lists.ts'
import { numbers } from './numbers.ts'
import { texts } from './texts.ts'

export { takeTold } from './define.ts'

/** Functions that stand before those of feelin: what it lacks, and what it does otherwise than the standard. */
export const builtins: Variables = { ...arithmetic, ...numbers, ...lists, ...texts, ...dates, ...intervals }
