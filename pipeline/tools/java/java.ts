import { execFile } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { devNull } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { environmentWith } from '../environment.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'

/** The Java of this machine. */
export interface Java {
  program: string
  /** `17.0.15` */
  version: string
}

/** Java is here and new enough, or a sentence for what needs it says what to install: `EPUBCheck needs Java …`. */
export type FoundJava = Java | { missing: string }

const oldest = 17
// One start judges many files for some seconds: the better compiler never pays. Deeply nested pages need a deep stack. Figures for other programs would be
// a file in the temp folder that stays when Java is killed.
const quickStart = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xss8m', '-Dfile.encoding=UTF-8', '-Duser.language=en', '-Duser.country=US', '-Djava.awt.headless=true', '-XX:-UsePerfData']
// A judged file may name a document type or a picture anywhere. No name resolves (the file of known hosts is empty), and every connection goes
// by a proxy that has no address, also one to this machine, which Java would otherwise leave out.
const offline = [`-Djdk.net.hosts.file=${devNull}`, '-DsocksProxyHost=nowhere.invalid', '-DsocksNonProxyHosts=', '-Dhttp.nonProxyHosts=']
// Where its files are, and how their names are spelled. Not JAVA_TOOL_OPTIONS and its like, which would add options of their own and a line that says so.
const told = ['HOME', 'JAVA_HOME', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TMPDIR', 'TEMP', 'TMP']

/**
 * Find Java: the one that JAVA_HOME names, else the first in PATH. Its version is read from the file that lies beside it; one without such
 * a file is started, once. Never throws.
 */
export async function findJava(needer: string, environment: NodeJS.ProcessEnv = process.env): Promise<FoundJava> {
  const program = programIn(environment)
  if (program === undefined) return { missing: `${needer} needs Java, which was not found. ${install}` }
  const version = releaseOf(program) ?? /^java\.base@(\S+)/m.exec(await modulesOf(program))?.[1]
  if (version === undefined) return { missing: `${needer} needs Java ${oldest} or later, and the one at ${program} does not start. ${install}` }
  if (Number.parseInt(version, 10) >= oldest) return { program, version }
  return { missing: `${needer} needs Java ${oldest} or later, and found ${version}. ${install}` }
}

/** Whether it can compile, as a JDK can and a runtime (JRE) cannot. Starts it, once. */
export async function hasCompiler({ program }: Java): Promise<boolean> {
  return (await modulesOf(program)).includes('jdk.compiler@')
}

/** The version of a Java as the file `release` of its folder tells it. */
function releaseOf(program: string): string | undefined {
  try {
    const release = readFileSync(join(dirname(dirname(realpathSync(program))), 'release'), 'utf8')
    return /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1]
  } catch {
    return undefined
  }
}

const modules = new Map<string, Promise<string>>()

/** The modules that a Java says it has, a line each; empty where it does not start. */
function modulesOf(program: string): Promise<string> {
  const asked = modules.get(program) ?? promisify(execFile)(program, ['-XX:-UsePerfData', '-XshowSettings:none', '--list-modules'], { timeout: 60_000, env: environmentWith(told) }).then(({ stdout }) => stdout, () => '')
  modules.set(program, asked)
  return asked
}

/**
 * Run a Java program, without a network, and with a temp folder and a home of its own, which are removed; its output, whatever its exit code, because
 * checkers end with 1 where they find something. It is ended when the signal is aborted or `seconds` have gone by; then this throws, as it does where
 * the machine itself fails. However this process ends, Java ends with it.
 */
export async function runJava({ program }: Pick<Java, 'program'>, args: readonly string[], seconds: number, signal: AbortSignal): Promise<string> {
  return inTemporaryFolder('java', (folder) => run(program, [...quickStart, ...offline, `-Djava.io.tmpdir=${folder}`, `-Duser.home=${folder}`, ...args], seconds, signal))
}

function run(program: string, args: readonly string[], seconds: number, signal: AbortSignal): Promise<string> {
  const options = { signal, timeout: seconds * 1000, killSignal: 'SIGKILL', maxBuffer: 512 * 1024 * 1024, env: environmentWith(told) } as const
  return new Promise((resolve, reject) => {
    const [command, ...words] = leashed([program, ...args])
    execFile(command, words, options, (error, stdout, stderr) => {
      if (signal.aborted) reject(signal.reason)
      else if (error?.killed) reject(new Error(`Expected an answer within ${seconds} seconds, and stopped waiting.`))
      else if (error && error.code !== 1) reject(new Error(stderr.trim().split('\n').slice(0, 3).join(' ') || error.message))
      else resolve(stdout)
    })
  })
}

/**
 * A command that is ended when its standard input is closed, which the system does for whoever started it and was killed. A shell holds the leash, because no
 * checker looks at its own input.
 */
function leashed(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  const script = 'exec 3<&0; "$@" 3<&- </dev/null & work=$!; { read -r _ <&3; kill -9 "$work"; } >/dev/null 2>&1 & leash=$!; wait "$work"; code=$?; kill "$leash"; exit "$code"'
  return process.platform === 'win32' ? command : ['/bin/sh', '-c', script, 'sh', ...command]
}

/** Folders and archives, as Java wants them behind `-cp`. */
export function classPath(...places: readonly string[]): string {
  return places.join(delimiter)
}

const install = 'Install Java 17 or later (Debian: apt-get install openjdk-17-jre-headless).'

function programIn({ JAVA_HOME, PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  const name = process.platform === 'win32' ? 'java.exe' : 'java'
  const folders = [...(JAVA_HOME ? [join(JAVA_HOME, 'bin')] : []), ...PATH.split(delimiter).filter(Boolean)]
  return folders.map((folder) => join(folder, name)).find(existsSync)
}
