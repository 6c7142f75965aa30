const passedOn = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'windir', 'ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']

/** All that a browser is told of this machine: enough to start, nothing that could change a page. */
export function browserEnvironment(profile: string, fontsConf: string, libraries?: string): Record<string, string> {
  const environment: Record<string, string> = {
    ...Object.fromEntries(passedOn.flatMap((name) => present(name, process.env[name]))),
    HOME: profile,
    TMPDIR: profile,
    TEMP: profile,
    TMP: profile,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    FONTCONFIG_FILE: fontsConf,
  }
  if (libraries) environment['LD_LIBRARY_PATH'] = [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return environment
}

function present(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]]
}
