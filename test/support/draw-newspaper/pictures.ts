import type { Says } from './credits.ts'
import type { Finish, Painting } from './painting.ts'
import { bellBuoy, pilotBoat, saltPans, shellfish, shorePower, tideStaff } from './scenes/at-the-water.ts'
import { chargingJetty } from './scenes/charging-jetty.ts'
import { councilChamber } from './scenes/council-chamber.ts'
import { ferryInFog } from './scenes/ferry-in-fog.ts'
import { fishMarket } from './scenes/fish-market.ts'
import { harbourDawn } from './scenes/harbour-dawn.ts'
import { keeper } from './scenes/keeper.ts'
import { lighthouse } from './scenes/lighthouse.ts'
import { aground, causeway, channel, firstWave, heron, stakes } from './scenes/low-water.ts'
import { netLoft } from './scenes/net-loft.ts'
import { stormWaves } from './scenes/storm-waves.ts'
import { streetAtNight } from './scenes/street-at-night.ts'
import { lens, stairs } from './scenes/tower.ts'
import { voteInTheHall } from './scenes/vote-in-the-hall.ts'

/** One picture file: where it goes, how large in pixels, what is painted, what it says of itself. */
export interface Commission {
  /** Below the repository's root; its ending chooses the format. */
  file: string
  size: readonly [number, number]
  scene: (width: number, height: number) => Promise<Painting>
  xmp?: Says
  iptc?: Says
  finish?: Finish
  /** 1 to 100; 80 unless told. */
  quality?: number
}

const wide = [2000, 1333] as const
const maclarty = { credit: 'Oona Maclarty/The Harbour Post', copyright: '© 2026 Oona Maclarty' }
const lowWater = 'source/articles/sea/low-water'

/** Every picture of the newspaper and of the tests' stories. */
export const commissions: readonly Commission[] = [
  { file: 'source/media/harbour-dawn-still.jpg', size: [1920, 1080], scene: harbourDawn, xmp: { credit: 'Ewa Szczepan/Bałtyk Foto' } },
  { file: 'source/media/vote-in-the-hall.jpg', size: wide, scene: voteInTheHall },
  { file: 'source/media/ferry-in-fog.jpg', size: wide, scene: ferryInFog, xmp: { ...maclarty, alt: 'A ferry with lit windows emerges from fog towards two mooring posts; a gull sits on the nearer one.', caption: 'Kittiwake feels her way out of Ardmouth on Tuesday.' } },
  { file: 'source/media/charging-jetty.jpg', size: wide, scene: chargingJetty, xmp: { ...maclarty, alt: 'An electric ferry with every window lit lies at a jetty after sunset, a cable running from a post to her bow.', caption: 'Kittiwake takes on electricity at Ardmouth.' } },
  { file: 'source/media/street-at-night.jpg', size: wide, scene: streetAtNight, xmp: { ...maclarty, alt: 'Two people under one umbrella walk down a lamplit street of old houses; the lamps shine in the wet stones.', caption: 'Ropewalk Street after rain.' } },
  { file: 'source/media/lighthouse.jpg', size: wide, scene: lighthouse, xmp: { ...maclarty, alt: 'A red and white lighthouse on a dark headland at dusk throws its beam over a calm sea.', caption: 'Carrow Head, where the barrage would begin.' } },
  { file: 'source/articles/city/storm-maren-live/storm-waves.jpg', size: wide, scene: stormWaves, iptc: { ...maclarty, caption: 'A wave breaks over the mole at Ardmouth at ten past six on Saturday.' } },
  { file: 'source/articles/city/council-barrage-vote/council-chamber.jpg', size: wide, scene: councilChamber, iptc: maclarty },
  { file: 'source/media/net-loft.jpg', size: wide, scene: netLoft, xmp: { ...maclarty, alt: 'A cook holds a whole fish in a long pan over an open fire; guests sit in the half-dark at either side.', caption: 'Roza Iveson at the fire.' } },
  { file: 'source/media/fish-market.jpg', size: wide, scene: fishMarket, xmp: { ...maclarty, alt: 'Mackerel and gurnard lie on crushed ice; behind them porters move under the lamps of a market hall.' } },
  { file: 'source/media/keeper.jpg', size: [1200, 1600], scene: keeper, xmp: { credit: 'Family photograph', alt: 'An elderly woman with her hair in a bun, in profile against the panes of a lighthouse lamp room.', caption: 'Elspeth Rourke in the lamp room, on her last evening as keeper, in 1995.' } },
  { file: 'source/media/shellfish.jpg', size: wide, scene: shellfish },
  { file: 'source/media/salt-pans.jpg', size: wide, scene: saltPans },
  { file: 'source/media/shore-power.jpg', size: wide, scene: shorePower, xmp: { credit: 'Rui Salema/Porto Norte', copyright: '© 2026 Rui Salema', alt: 'A container ship at a quay by night, a thick cable leading to its stern from a box with a green light.', caption: 'A ship draws its first current from the quay in a trial at Leixões.' } },
  { file: 'source/media/bell-buoy.jpg', size: [1400, 1400], scene: bellBuoy, xmp: { ...maclarty, alt: 'A red bell buoy leans in a grey-green sea, its bronze bell visible inside the frame, with three gulls behind it.' } },
  { file: 'source/media/pilot-boat.webp', size: wide, scene: pilotBoat },
  { file: 'source/media/tide-staff.png', size: [800, 1200], scene: tideStaff, finish: { grain: 0 } },
  { file: `${lowWater}/channel.jpg`, size: wide, scene: channel, xmp: { ...maclarty, alt: 'A channel of bright water winds over dark mudflats towards a low sun.' } },
  { file: `${lowWater}/stakes.jpg`, size: wide, scene: stakes },
  { file: `${lowWater}/heron.jpg`, size: wide, scene: heron, iptc: maclarty },
  { file: `${lowWater}/aground.jpg`, size: wide, scene: aground },
  { file: `${lowWater}/causeway.jpg`, size: wide, scene: causeway },
  { file: `${lowWater}/first-wave.jpg`, size: wide, scene: firstWave },
  { file: 'test/articles/media/lighthouse.jpg', size: [900, 600], scene: lighthouse, quality: 72, xmp: { credit: 'Oona Maclarty/The Harbour Post', copyright: '© 2026 Oona Maclarty' } },
  { file: 'test/articles/media/dark.jpg', size: [900, 600], scene: (width, height) => lighthouse(width, height, true), quality: 72 },
  { file: 'test/articles/media/lens.png', size: [320, 480], scene: lens, finish: { grain: 0 } },
  { file: 'test/articles/media/stairs.webp', size: [600, 600], scene: stairs, quality: 72 },
]
