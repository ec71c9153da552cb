import { ensureTestServer } from '#platform/testing/server.ts'

console.log(await ensureTestServer())
