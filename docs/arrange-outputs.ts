/** Pixels of the whole picture. */
export const size = { width: 1600, height: 900 }

/** The board: every form at its place, named below, on paper-coloured ground. All stand on one line. */
export function arrange(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Outputs</title><style>${styles}</style></head><body>
${phone('amp', 'AMP page, dark')}
${phone('web', 'Web page')}
<figure class="pdf"><img src="/pdf.png" alt=""><figcaption>PDF</figcaption></figure>
<figure class="og"><img src="/og.jpg" alt=""><figcaption>Social card</figcaption></figure>
<figure class="book"><div><img src="/book.png" alt=""></div><figcaption>EPUB</figcaption></figure>
<figure class="story"><img src="/story.jpg" alt=""><figcaption>Story card</figcaption></figure>
</body></html>`
}

function phone(name: string, label: string): string {
  return `<figure class="phone ${name}"><div><img src="/${name}.png" alt=""></div><figcaption>${label}</figcaption></figure>`
}

const styles = `
@font-face { font-family: Label; src: url(/label.woff2); font-weight: 100 900 }
* { box-sizing: border-box; margin: 0 }
body { position: relative; width: 1600px; height: 900px; background: linear-gradient(#efeae0, #e2dbcd); font: 500 17px/1 Label }
figure { position: absolute }
img { display: block; width: 100%; height: 100% }
figcaption { position: absolute; top: calc(100% + 22px); left: 0; right: 0; text-align: center; color: #554d43; white-space: nowrap }
.pdf img, .og img, .story img, .book div, .phone div { box-shadow: 0 1px 2px rgb(40 30 15 / 25%), 0 18px 40px rgb(40 30 15 / 22%) }
.phone { width: 306px; height: 646px }
.phone div { height: 100%; padding: 9px; border: 2px solid #6d675d; border-radius: 42px; background: #2b2823 }
.phone img { border-radius: 31px }
.web { left: 64px; top: 160px }
.amp { left: 236px; top: 84px }
.amp figcaption { left: auto; right: 6px; top: calc(100% + 98px); text-align: right }
.pdf { left: 588px; top: 134px; width: 475px; height: 672px }
.og { left: 1108px; top: 84px; width: 432px; height: 227px }
.book { left: 1108px; top: 396px; width: 243px; height: 410px }
.book div { height: 100%; padding: 14px 14px 30px; border-radius: 14px; background: #3a3733 }
.book img { border-radius: 3px }
.story { left: 1377px; top: 516px; width: 163px; height: 290px }
.story img { border-radius: 8px }
`
