import { defineConfig } from 'vitest/config'

const results = 'node_modules/.cache/galley/test-results.json'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/fetch-validators.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The tests that show that bytes do not depend on these set others.
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
})
