import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const cores = availableParallelism()
const integration = ['{src,tests/whole}/**/*.{int,access}.test.ts']
const journeys = ['tests/journeys/**/*.test.ts', 'src/scenarios/*/e2e/**/*.test.ts']

/** Groups run one after the other. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,tools,bench,tests/whole}/**/*.test.{ts,tsx}'],
          exclude: [...integration, ...journeys],
          css: true,
          isolate: false,
          maxWorkers: cores,
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'integration',
          include: integration,
          isolate: false,
          maxWorkers: cores,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: journeys,
          globalSetup: 'tests/journeys/start-world.ts',
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // a browser beside everything else; whoever needed it is named at the end
          retry: 1,
          maxWorkers: cores,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'startup',
          include: ['tests/startup/**/*.test.ts', 'tests/crash/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 180_000,
          maxWorkers: cores,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
})
