import { brokenSettings } from './broken-settings.ts'
import { damagedCache } from './damaged-cache.ts'
import type { Disturbance } from './disturbance.ts'
import { killed, terminated } from './end-process.ts'
import { fullDisk } from './full-disk.ts'
import { killedBrowser } from './killed-browser.ts'
import { twoAtOnce } from './two-at-once.ts'

/** Everything that can happen to a publish. */
export const disturbances: readonly Disturbance[] = [killed, terminated, twoAtOnce, fullDisk, damagedCache, brokenSettings, killedBrowser]
