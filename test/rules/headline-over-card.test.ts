import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadFonts } from '../../pipeline/renderers/card/card-fonts.ts'
import { sizeRules } from '../../pipeline/renderers/card/card-sizes.ts'
import { measureWords } from '../../pipeline/renderers/card/measure-words.ts'
import { cardRoom, widthOf } from '../../pipeline/rules/story/headline-over-card.ts'

const home = join(import.meta.dirname, '../..')
const headlines = [
  'Gdynia dockers vote to end the strike that stilled a sea',
  'Elspeth Rourke, who kept the Carrow light for 31 years, dies at 91',
  'O último estaleiro dos barcos do sal ganhou uma aprendiz',
  'Wasserstraßenneubauamtsdirektorin übernimmt',
  'ميناء الصيادين يستعيد منارته بعد عشرين عامًا',
]

const packageFile = async (name: string, file: string) => new Uint8Array(await readFile(join(home, 'node_modules', name, file)))

it('takes headlines for as wide as the cards set them, to a tenth', async () => {
  const fonts = await loadFonts(headlines.join(' '), { packageFile })
  const measured = await measureWords(headlines.map((text) => ({ text, fontFamily: `${fonts.serif}, ${fonts.sans}`, letterSpacing: /\p{Script=Arabic}/u.test(text) ? 0 : -0.012 })), fonts)
  for (const [index, headline] of headlines.entries()) {
    const real = measured[index]?.width ?? 0
    expect(Math.abs(widthOf(headline) - real) / real, `${headline}: ${widthOf(headline)} for ${real}`).toBeLessThan(0.1)
  }
})

it('knows the room that the narrowest card has', () => {
  const rooms = Object.values(sizeRules).map(({ width, margin, legible, maxLines }) => ({ lines: maxLines, width: (width - 2 * margin.side) / legible }))
  const least = rooms.toSorted((a, b) => a.lines * a.width - b.lines * b.width)[0]
  expect(cardRoom).toEqual(least)
})
