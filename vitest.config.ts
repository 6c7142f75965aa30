import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The tests that show that bytes do not depend on these set others.
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
  },
})
