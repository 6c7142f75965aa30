import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

/** The Java of this machine. */
export interface Java {
  program: string
  /** Of the language: 17. */
  major: number
  /** Whether it can compile, as a JDK can and a runtime (JRE) cannot. */
  hasCompiler: boolean
}

/** Java is here and new enough, or a sentence for what needs it says what to install: `EPUBCheck needs Java …`. */
export type FoundJava = Java | { missing: string }

const oldest = 17
// One start judges many files for some seconds: the better compiler never pays. Deeply nested pages need a deep stack.
const quickStart = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xss8m', '-Dfile.encoding=UTF-8', '-Duser.language=en', '-Duser.country=US', '-Djava.awt.headless=true']

/** Find Java: the one that JAVA_HOME names, else the first in PATH. Never throws. */
export async function findJava(needer: string, environment: NodeJS.ProcessEnv = process.env): Promise<FoundJava> {
  const program = programIn(environment)
  if (program === undefined) return { missing: `${needer} needs Java, which was not found. ${install}` }
  try {
    const { stdout } = await promisify(execFile)(program, ['-XshowSettings:none', '--list-modules'], { timeout: 60_000 })
    const major = Number(/^java\.base@(\d+)/m.exec(stdout)?.[1])
    if (!(major >= oldest)) return { missing: `${needer} needs Java ${oldest} or later, and found ${major || 'an older one'}. ${install}` }
    return { program, major, hasCompiler: stdout.includes('jdk.compiler@') }
  } catch {
    return { missing: `${needer} needs Java ${oldest} or later, and the one at ${program} does not start. ${install}` }
  }
}

/**
 * Run a Java program; its output, whatever its exit code, because checkers end with 1 where they find something. It is ended when the
 * signal is aborted or `seconds` have gone by; then this throws, as it does where the machine itself fails.
 */
export async function runJava({ program }: Java, args: readonly string[], seconds: number, signal: AbortSignal): Promise<string> {
  const options = { signal, timeout: seconds * 1000, killSignal: 'SIGKILL', maxBuffer: 512 * 1024 * 1024, env: plainEnvironment() } as const
  return new Promise((resolve, reject) => {
    execFile(program, [...quickStart, ...args], options, (error, stdout, stderr) => {
      if (signal.aborted) reject(signal.reason)
      else if (error?.killed) reject(new Error(`Expected an answer within ${seconds} seconds, and stopped waiting.`))
      else if (error && error.code !== 1) reject(new Error(stderr.trim().split('\n').slice(0, 3).join(' ') || error.message))
      else resolve(stdout)
    })
  })
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

// These would add options of their own and a line that says so.
function plainEnvironment(): NodeJS.ProcessEnv {
  const { JAVA_TOOL_OPTIONS: _tool, _JAVA_OPTIONS: _old, JDK_JAVA_OPTIONS: _launcher, ...environment } = process.env
  return environment
}
