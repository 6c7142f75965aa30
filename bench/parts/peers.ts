import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotMeasure } from '../cannot-measure.ts'
import { planOf, type Desk } from '../desk.ts'
import { measureCommand, type Measured } from '../measure/measure-command.ts'
import { sumOf } from '../measure/usage.ts'
import { peers, siteMakers } from '../peers/index.ts'
import type { Peer } from '../peers/peer.ts'
import type { Figure } from '../report/findings.ts'
import { setAside } from '../set-aside.ts'
import type { Part } from './part.ts'

/** The same stories by other programs: all of them for the sizes, makers of sites for the large ones too. */
export function peerParts(sizes: readonly number[], large: readonly number[]): Part[] {
  const others = large.filter((stories) => !sizes.includes(stories))
  return [
    ...sizes.map((stories): Part => ({ name: `peers-${stories}`, run: (desk) => measureAll(desk, stories) })),
    ...others.map((stories): Part => ({
      name: `peers-${stories}`,
      run: async (desk) => {
        for (const peer of siteMakers) await measurePeer(desk, peer, stories)
      },
    })),
  ]
}

async function measureAll(desk: Desk, stories: number): Promise<void> {
  const found = new Map<string, Figure | undefined>()
  for (const peer of peers) found.set(peer.name, await measurePeer(desk, peer, stories))
  await desk.figure({ name: `pandoc-weasyprint-${stories}`, title: 'pandoc + WeasyPrint: HTML, EPUB and PDF, nothing validated', stories }, async () => {
    const parts = ['pandoc-html', 'pandoc-epub', 'weasyprint'].map((name) => found.get(name))
    if (parts.some((part) => part === undefined)) throw new CannotMeasure('one of the two is missing')
    return [sumOf(parts.filter((part) => part !== undefined))]
  })
}

function measurePeer(desk: Desk, peer: Peer, stories: number): Promise<Figure | undefined> {
  return desk.figure({ name: `${peer.name}-${stories}`, title: `${peer.name}: ${peer.makes}`, stories }, async () => {
    if ((await desk.once(`version of ${peer.name}`, peer.version)) === undefined) throw new CannotMeasure(`not installed: ${peer.install}`)
    const site = { folder: join(desk.work, 'peers', `${peer.name}-${stories}`), plan: planOf(stories) }
    await setAside(site.folder)
    await mkdir(site.folder, { recursive: true })
    await peer.prepare(site)
    return [checked(await measureCommand(peer.command(site)))]
  })
}

function checked(measured: Measured): Measured {
  if (measured.exitCode === 0) return measured
  throw new CannotMeasure(`it ended with ${measured.exitCode}. ${measured.stderr.trim().slice(-300)}`)
}
