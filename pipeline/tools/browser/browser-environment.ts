import { environmentWith } from '../environment.ts'

/** All that a browser is told of this machine: enough to start, nothing that could change a page. */
export function browserEnvironment(profile: string, fontsConf: string, libraries?: string): Record<string, string> {
  const environment: Record<string, string> = {
    ...environmentWith(['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']),
    HOME: profile,
    TMPDIR: profile,
    TEMP: profile,
    TMP: profile,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    FONTCONFIG_FILE: fontsConf,
  }
  if (libraries) environment['LD_LIBRARY_PATH'] = [libraries, environment['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return environment
}
