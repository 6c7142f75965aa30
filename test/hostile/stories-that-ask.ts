import { storyFile } from './corpus.ts'
import { oneLure, type Place } from './lures.ts'
import { addressPlaces, quoted, textPlaces, type Written } from './places.ts'

/** A newspaper in which everything that can hold an address or words asks somebody else for something. */
export interface AskingNewspaper {
  /** By their paths below `source/`. */
  files: Readonly<Record<string, string>>
  /** Slugs of stories in which the asking is a link or nothing but words, so that they are published, unless the words are too odd for a place. */
  published: readonly string[]
  /** Slugs of stories that are refused, because what they ask for would have to be fetched. */
  refused: readonly string[]
}

/** Places whose addresses readers may follow; all of them go into one story. */
const followed = ['link', 'link in angles', 'bare address', 'reference', 'link in a table, a list and a footnote', 'related', 'byline', 'related below', 'follow', 'canonical', 'standfirst', 'correction']

/** Write the newspaper that asks one place for everything. Its own address is that of the place, too. */
export function storiesThatAsk(place: Place): AskingNewspaper {
  const [[home = ''], [plain = '']] = [place.addresses('https'), place.addresses('http')]
  const published = { ...inWords(place), ...inLinks(place), ...online(place) }
  const refused = { ...inFiles(place), ...inDrawings(place) }
  const drawings = Object.entries(drawingsThatAsk(place)).map(([name, text]) => [`media/${name}.svg`, text])
  return {
    files: {
      ...Object.fromEntries([...Object.entries(published), ...Object.entries(refused)].map(([slug, written]) => [`articles/sea/${slug}.md`, storyFile(written)])),
      ...Object.fromEntries(drawings),
      'media/asking.vtt': `WEBVTT\n\nSTYLE\n::cue { background: url(${plain}/cue) }\n\n00:00.000 --> 00:01.000\n<img src="${plain}/cue.png">\n`,
      'publication.yml': [
        'name: The Harbour Post', `slogan: ${quoted(oneLure(place, 0))}`, `url: ${home}`, 'language: en-GB', 'logo: media/logo.svg', 'sections: { sea: Sea, city: City }',
        `social: { x: "@post", site: "${home}/social" }`, `pages: ["/**"]`,
      ].join('\n'),
    },
    published: Object.keys(published),
    refused: Object.keys(refused),
  }
}

/** Markup that asks, in each place of words. */
function inWords(place: Place): Record<string, Written> {
  return Object.fromEntries(Object.values(textPlaces).map((write, index) => [`words-${index}`, write(oneLure(place, index))]))
}

/** Addresses that readers may follow, in all places that may hold one. */
function inLinks(place: Place): Record<string, Written> {
  return Object.fromEntries(spellings(place).slice(0, 6).map((address, index) => {
    const written = followed.map((name) => addressPlaces[name]?.(`${address}/link`) ?? {})
    const front = written.flatMap((one) => one.front ?? [])
    return [`links-${index}`, { front: front.filter((line, at) => front.findIndex((other) => other.split(':')[0] === line.split(':')[0]) === at).join('\n'), body: written.flatMap((one) => one.body ?? []).join('\n\n') }]
  }))
}

/** What may stay where it is, because readers and not we ask for it. */
function online(place: Place): Record<string, Written> {
  const [address = ''] = place.addresses('https')
  return Object.fromEntries(['video', 'audio', 'embed'].map((name) => [`${name}-online`, addressPlaces[name]?.(`${address}/film.${name === 'audio' ? 'mp3' : 'mp4'}`) ?? {}]))
}

/** Addresses in the place of files of the newspaper. */
function inFiles(place: Place): Record<string, Written> {
  const places: Readonly<Record<string, (address: string) => Written>> = {
    ...Object.fromEntries(['picture', 'figure', 'lead', 'video', 'audio'].flatMap((name) => (addressPlaces[name] ? [[name, addressPlaces[name]]] : []))),
    poster: (address) => ({ body: `::video[Words]{src=/media/lamp.mp4 poster="${address}" title="Film"}` }),
    captions: (address) => ({ body: `::video[Words]{src=/media/lamp.mp4 poster=/media/dark.jpg captions="${address}" title="Film"}` }),
    gallery: (address) => ({ body: `:::gallery[Words]\n::figure[Words]{src="${address}" alt="x" credit="x"}\n::figure[Words]{src=/media/lens.png alt="x" credit="x"}\n:::` }),
  }
  return Object.fromEntries(Object.entries(places).flatMap(([name, write]) => spellings(place).filter((address) => !(address.startsWith('https:') && ['video', 'audio'].includes(name))).map((address, index) => [`${name}-${index}`, write(`${address}/file.jpg`)])))
}

/** One machine under its names and numbers, with each scheme that could reach it, and with what browsers mend. */
function spellings(place: Place): string[] {
  const [plain = ''] = place.addresses('http')
  const port = plain.slice(plain.lastIndexOf(':'))
  return [
    ...place.addresses('http'), ...place.addresses('https'), `http://2130706433${port}`, `http://0x7f.1${port}`, `http://[::ffff:127.0.0.1]${port}`, `http://localhost.${port}`, `http://a:b@127.0.0.1${port}`, `hTtP://127.0.0.1${port}`,
    ...place.addresses('ws'), ...place.addresses('ftp'), `//127.0.0.1${port}`, `\\\\127.0.0.1${port}`, `http:\\\\127.0.0.1${port}`, `http:/127.0.0.1${port}`, `view-source:${plain}`, `blob:${plain}`, `url:${plain}`,
  ]
}

/** Drawings of stories: what an SVG can hold that asks. */
function inDrawings(place: Place): Record<string, Written> {
  return Object.fromEntries(Object.keys(drawingsThatAsk(place)).map((name) => [`with-${name}`, { body: `![Words](/media/${name}.svg)` }]))
}

function drawingsThatAsk(place: Place): Record<string, string> {
  const [a = ''] = place.addresses('http')
  return {
    image: drawing(`<image href="${a}/svg-image" width="9" height="9"/>`),
    xlink: drawing(`<image xlink:href="${a}/svg-xlink" width="9" height="9"/>`),
    use: drawing(`<use href="${a}/svg-use#x"/>`),
    'fe-image': drawing(`<filter id="f"><feImage href="${a}/svg-fe"/></filter><rect filter="url(#f)" width="9" height="9"/>`),
    import: drawing(`<style>@import url(${a}/svg-import);</style>`),
    font: drawing(`<style>@font-face { font-family: L; src: url("${a}/svg-font") } text { font-family: L }</style><text y="9">x</text>`),
    fill: drawing(`<rect fill="url(${a}/svg-fill#x)" width="9" height="9"/>`),
    style: drawing(`<rect style="mask: url(${a}/svg-style#x)" width="9" height="9"/>`),
    stylesheet: drawing('', `<?xml-stylesheet href="${a}/svg-sheet" type="text/css"?>`),
    entity: drawing('<text y="9">&e;</text>', `<!DOCTYPE svg [<!ENTITY e SYSTEM "${a}/svg-entity">]>`),
    parameter: drawing('<text y="9">x</text>', `<!DOCTYPE svg [<!ENTITY % e SYSTEM "${a}/svg-parameter"> %e;]>`),
    script: drawing(`<script href="${a}/svg-script"/>`),
    foreign: drawing(`<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${a}/svg-foreign"/></foreignObject>`),
    nested: drawing(`<image width="9" height="9" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='${a}/svg-nested'/%3E%3C/svg%3E"/>`),
    set: drawing(`<image width="9" height="9"><set attributeName="href" to="${a}/svg-set"/></image>`),
    base: drawing('<image href="svg-base" width="9" height="9"/>').replace('<svg ', `<svg xml:base="${a}/" `),
  }
}

function drawing(inside: string, before = ''): string {
  return `<?xml version="1.0"?>${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xi="http://www.w3.org/2001/XInclude" width="40" height="30"><rect width="40" height="30" fill="navy"/>${inside}</svg>`
}
