// Windows starts nothing without its own folder; the others say where programs and their libraries lie.
const toStart = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'windir', 'PATHEXT']

/**
 * All that a program which we start is told of this machine: what it needs to start, and the variables that are named here. Keys of a newsroom
 * (of its CI, its cloud, its registry) stand in the environment of a publish, and a program that never hears of them cannot give them away.
 */
export function environmentWith(names: readonly string[], from: NodeJS.ProcessEnv = process.env): Record<string, string> {
  return Object.fromEntries([...toStart, ...names].flatMap((name) => present(name, from[name])))
}

function present(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]]
}
