import { expect, test } from 'vitest'
import { formatTables } from './format-tables.ts'

// Where the format has changed: `npx vitest run src/platform/server/county/format-tables.test.ts --update`
test('the document of the format agrees with the loader', async () => {
  await expect(formatTables()).toMatchFileSnapshot('../../../../docs/county-pack-fields.md')
})
