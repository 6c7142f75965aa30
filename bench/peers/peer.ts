import type { CorpusPlan } from '../corpus/story.ts'
import type { Command } from '../measure/measure-command.ts'

/** A folder of a peer's own with the stories of a corpus in its dialect and their photos. */
export interface PeerSite {
  folder: string
  plan: CorpusPlan
}

/** Another program that makes one of our formats. */
export interface Peer {
  /** Beginning of the name of its figures. */
  name: string
  /** What it makes: `HTML`. */
  makes: string
  /** With its name: `hugo 0.111.3`; undefined where it is not installed. */
  version(): Promise<string | undefined>
  /** How to get it. */
  install: string
  /** Write everything that it reads. */
  prepare(site: PeerSite): Promise<void>
  command(site: PeerSite): Command
}
