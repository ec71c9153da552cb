import { buildPagesOnce } from './pages/build-pages-once.ts'

try {
  buildPagesOnce((line) => process.stderr.write(`${line}\n`))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
