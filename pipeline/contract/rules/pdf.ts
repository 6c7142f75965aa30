import { defineRule } from '../rule.ts'

/** What can go wrong with a printed story. */
export const pdfRules = {
  'pdf/no-browser': defineRule<{ detail: string }>({
    severity: 'error',
    scope: 'format',
    description: 'No browser can be used to print, so no story has a PDF; its other formats are published.',
    reason: ({ detail }) => `PDF needs Chromium or Chrome, and none could be used. ${detail}`,
    hint: () => 'Run npm ci again (on Linux it brings one), or npx puppeteer browsers install chrome-headless-shell, or set PUPPETEER_EXECUTABLE_PATH or formats.pdf.browser to the path of one.',
  }),
  'pdf/no-room': defineRule<{ detail: string }>({
    severity: 'error',
    scope: 'format',
    description: 'There is no room for what a browser writes down while it prints, so no story has a PDF; its other formats are published.',
    reason: ({ detail }) => `PDF needs a place for temporary files: ${detail}.`,
    hint: () => 'Free some space there, or set TMPDIR to a folder that has room and may be written to.',
  }),
  'pdf/refused': defineRule<{ address: string }>({
    severity: 'warning',
    scope: 'format',
    description: 'A printed page asked for something that is not part of the story; nothing is ever fetched.',
    reason: ({ address }) => `The printed page asked for ${address}, which was refused: a page has only what its story brings.`,
    hint: () => 'A picture of the story (an SVG) or the stylesheet names it. Bring the file into the source folder, or take the reference out.',
  }),
  'pdf/missing-letters': defineRule<{ letters: string; missing: string }>({
    severity: 'error',
    scope: 'format',
    isLoss: true,
    losesWords: ({ missing }) => ({ letters: missing }),
    description: 'No font has some characters of the story: they would be printed as empty boxes and could not be read or searched.',
    reason: ({ letters }) => `No font has these characters of the story: ${letters}.`,
    hint: () => 'Write them another way, or install a font that has them on the machine that publishes.',
  }),
  'pdf/foreign-font': defineRule<{ font: string }>({
    severity: 'warning',
    scope: 'format',
    description: 'Some characters are in none of the newspaper’s fonts and were set in one of this machine: another machine may set them otherwise.',
    reason: ({ font }) => `Some characters of this story are set in ${font}, a font of this machine.`,
    hint: () => 'Nothing needs to be done if the page looks right. For equal files everywhere, use characters that the newspaper’s fonts have.',
  }),
  'pdf/broken': defineRule<{ found: string; expected: string }>({
    severity: 'error',
    scope: 'story',
    description: 'A finished PDF lacks what every reader needs: pages, text, tags, a title, a language.',
    reason: ({ found, expected }) => `Expected the PDF to have ${expected}, found ${found}.`,
    hint: () => 'Publish again; if it happens once more, name another browser with formats.pdf.browser.',
  }),
  'pdf/too-long': defineRule<{ pages: number; limit: number }>({
    severity: 'error',
    scope: 'story',
    fixed: true,
    description: 'A story has more pages on paper than the newspaper allows.',
    reason: ({ pages, limit }) => `The PDF has ${pages} pages; at most ${limit} are published.`,
    hint: () => 'Divide the story. If all of it is to be printed, raise limits.pages in publication.yml.',
  }),
  'pdf/not-accessible': defineRule<{ path: string; condition: string; meaning: string; detail: string }>({
    severity: 'error',
    scope: 'story',
    description: 'A PDF breaks a rule of PDF/UA-1, so that some readers who hear or feel it would not get all of it.',
    reason: ({ path, condition, meaning, detail }) => `${path} fails condition ${condition} of the Matterhorn Protocol: ${meaning} (${detail}).`,
    hint: () => 'If you changed templates/pdf, or named a browser of your own, look there. If not, this is a fault of Galley: please report it with the story.',
  }),
  'pdf/not-claimed': defineRule<{ path: string; condition: string; meaning: string; detail: string }>({
    severity: 'warning',
    scope: 'format',
    description: 'A PDF has letters that no font has, and therefore does not say of itself that it keeps PDF/UA-1.',
    reason: ({ path, condition, meaning, detail }) => `${path} does not claim PDF/UA-1: ${meaning} (${condition}, ${detail}).`,
    hint: () => 'Mend the letters that are named above; the claim comes with it.',
  }),
}
