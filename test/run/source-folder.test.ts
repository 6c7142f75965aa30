import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readNewsroom } from '../../pipeline/run/read-newsroom.ts'
import { openSource } from '../../pipeline/run/source-folder.ts'

let folder: string
let source: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-source-'))
  source = join(folder, 'source')
  await put('source/media/boat.jpg', 'boat')
  await put('secret.txt', 'not for print')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

const read = (path: string) => openSource(source).read(path)

describe('a file of the source folder', () => {
  it('is read by its path', async () => {
    expect(await read('media/boat.jpg')).toEqual({ path: 'media/boat.jpg', bytes: new Uint8Array(Buffer.from('boat')) })
  })

  it('is found under a composed name where the disk spells it with letters and marks apart', async () => {
    await put('source/media/cafe\u0301/ku\u0308ste.jpg', 'shore')
    const path = 'media/caf\u00e9/k\u00fcste.jpg'
    expect(await read(path)).toEqual({ path, bytes: new Uint8Array(Buffer.from('shore')) })
  })

  const outside = {
    'a parent folder': '../secret.txt',
    'a parent folder on the way': 'media/../../secret.txt',
    'a parent folder that comes back': 'media/../media/boat.jpg',
    'a path from the root': '/etc/hostname',
    'a backslash': '..\\secret.txt',
    'a drive': 'C:/boat.jpg',
    'an address': 'file:///etc/hostname',
    'a null character': 'media/boat.jpg\0.txt',
    'nothing': '',
    'the folder itself': '.',
  }
  for (const [what, path] of Object.entries(outside)) {
    it(`is refused as outside: ${what}`, async () => expect(await read(path)).toEqual({ problem: 'outside' }))
  }

  it('is not read through a symbolic link that leads out, of a file or of a folder', async () => {
    await symlink(join(folder, 'secret.txt'), join(source, 'media/link.txt'))
    await symlink(folder, join(source, 'everything'))
    expect(await read('media/link.txt')).toEqual({ problem: 'outside' })
    expect(await read('everything/secret.txt')).toEqual({ problem: 'outside' })
  })

  it('is not told of what lies beyond a link that leads out: neither whether it is there, nor a name', async () => {
    await symlink(folder, join(source, 'everything'))
    await symlink(join(folder, 'not-there.txt'), join(source, 'media/dangling.txt'))
    await symlink('dangling.txt', join(source, 'media/chain.txt'))
    const paths = ['everything/secrt.txt', 'everything/Secret.txt', 'everything/media/inner.txt', 'everything/secret.txt/x', 'media/dangling.txt', 'media/chain.txt']
    expect(await Promise.all(paths.map(read))).toEqual(paths.map(() => ({ problem: 'outside' })))
  })

  it('is missing where a link leads to nothing inside', async () => {
    await symlink('baot.jpg', join(source, 'media/lead.jpg'))
    expect(await read('media/lead.jpg')).toMatchObject({ problem: 'missing' })
  })

  it('is not read from a neighbour whose name begins like the folder’s', async () => {
    await put('source-of-others/boat.jpg', 'theirs')
    await symlink(join(folder, 'source-of-others/boat.jpg'), join(source, 'media/theirs.jpg'))
    expect(await read('media/theirs.jpg')).toEqual({ problem: 'outside' })
  })

  it('is read through a symbolic link that stays inside, and in a folder that is itself one', async () => {
    await symlink(join(source, 'media/boat.jpg'), join(source, 'media/lead.jpg'))
    await symlink(source, join(folder, 'today'))
    expect(await read('media/lead.jpg')).toMatchObject({ path: 'media/lead.jpg' })
    expect(await openSource(join(folder, 'today')).read('media/boat.jpg')).toMatchObject({ path: 'media/boat.jpg' })
  })

  it('is told by its true name where only capitals differ', async () => {
    expect(await read('media/Boat.JPG')).toEqual({ problem: 'other-case', name: 'boat.jpg' })
  })

  it('is told as missing, with the nearest name', async () => {
    expect(await read('media/baot.jpg')).toEqual({ problem: 'missing', nearest: 'boat.jpg' })
    expect(await read('nowhere/at-all.jpg')).toEqual({ problem: 'missing' })
    expect(await read('media/boat.jpg/inside.jpg')).toEqual({ problem: 'missing' })
  })

  it('is missing where there is no source folder', async () => {
    expect(await openSource(join(folder, 'nowhere')).read('publication.yml')).toEqual({ problem: 'missing' })
  })

  it('is not a folder', async () => expect(await read('media')).toEqual({ problem: 'not-a-file' }))

  it('is unreadable where links lead in a circle', async () => {
    await symlink(join(source, 'media/b'), join(source, 'media/a'))
    await symlink(join(source, 'media/a'), join(source, 'media/b'))
    expect(await read('media/a')).toEqual({ problem: 'unreadable', detail: 'ELOOP' })
  })
})

describe('the stories of a source folder', () => {
  it('are its Markdown files at any depth, sorted, without hidden ones', async () => {
    for (const path of ['b.md', 'a/z.md', 'A.md', '.draft.md', '.git/x.md', 'notes.txt', 'c.md/inner.md']) await put(`source/articles/${path}`, 'x')
    expect(await openSource(source).stories()).toEqual({ files: ['articles/A.md', 'articles/a/z.md', 'articles/b.md', 'articles/c.md/inner.md'], misnamed: [], linked: [] })
  })

  it('are none where there is no folder for them yet', async () => {
    expect(await openSource(source).stories()).toEqual({ files: [], misnamed: [], linked: [] })
  })

  it('are unknown, not none, where the folder is a link that leads nowhere or in a circle', async () => {
    await symlink(join(source, 'unmounted'), join(source, 'articles'))
    expect(await openSource(source).stories()).toEqual({ problem: 'ENOENT' })
    await rm(join(source, 'articles'))
    await symlink(join(source, 'articles'), join(source, 'articles'))
    expect(await openSource(source).stories()).toEqual({ problem: 'ELOOP' })
  })
})

describe('links among the stories', () => {
  it('make the stories unknown where the folder of all of them leads out, whose names are not read', async () => {
    await put('theirs/strike.md', 'x')
    for (const to of ['theirs', 'unmounted']) {
      await symlink(join(folder, to), join(source, 'articles'))
      expect(await openSource(source).stories()).toEqual({ problem: 'it is a link that leads out of the source folder' })
      await rm(join(source, 'articles'))
    }
  })

  it('are not followed to folders, which a warning says', async () => {
    await put('source/publication.yml', 'name: The Ferry Gazette\nurl: https://gazette.example\nlanguage: en-GB\n')
    await put('theirs/strike.md', 'x')
    await put('source/articles/notes.txt', 'x')
    await symlink(join(folder, 'theirs'), join(source, 'articles/theirs'))
    await symlink(join(source, 'articles/notes.txt'), join(source, 'articles/more-notes.txt'))
    const newsroom = await readNewsroom(source, 0)
    expect(newsroom).toMatchObject({ stories: [], diagnostics: [{ rule: 'linked-folder', severity: 'warning', file: 'articles/theirs' }] })
  })
})

describe('a file that looks like a story', () => {
  it('is named in a warning when its name does not end in .md', async () => {
    await put('source/publication.yml', 'name: The Ferry Gazette\nurl: https://gazette.example\nlanguage: en-GB\n')
    await put('source/articles/strike.MD', '')
    await put('source/articles/gale.markdown', '')
    const { diagnostics } = await readNewsroom(source, 0)
    expect(diagnostics).toMatchObject([
      { rule: 'misnamed-story', severity: 'warning', file: 'articles/gale.markdown' },
      { rule: 'misnamed-story', severity: 'warning', file: 'articles/strike.MD' },
    ])
  })
})
