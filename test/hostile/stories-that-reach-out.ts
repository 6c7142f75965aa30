import { basename } from 'node:path'
import { storyFile } from './corpus.ts'
import { addressPlaces, quoted, type Written } from './places.ts'

/** A folder outside of a newspaper, and names by which links below `media/` lead there. */
export interface Outside {
  /** Whole path. Holds `canary.jpg`, `canary.mp4`, and so on, and `hidden-name.jpg`. */
  folder: string
  /** Whole path of the newspaper's own folder, which lies beside it. */
  source: string
}

/** Places that hold the path of a file, each with the ending that it wants. */
const filePlaces: Readonly<Record<string, { ending: string; write(path: string): Written }>> = {
  picture: { ending: 'jpg', write: (path) => ({ body: `![Words](<${path.replaceAll('\n', '&#10;')}>)` }) },
  figure: { ending: 'jpg', write: (path) => ({ body: `::figure[Words]{src="${path}" alt="A lens." credit="Board"}` }) },
  gallery: { ending: 'jpg', write: (path) => ({ body: `:::gallery[Words]\n::figure[Words]{src="${path}" alt="x" credit="x"}\n::figure[Words]{src=/media/lens.png alt="x" credit="x"}\n:::` }) },
  lead: { ending: 'jpg', write: (path) => ({ front: `lead: { src: ${quoted(path)}, alt: A lens., credit: Board }` }) },
  poster: { ending: 'jpg', write: (path) => ({ body: `::video[Words]{src=/media/lamp.mp4 poster="${path}" title="Film"}` }) },
  video: { ending: 'mp4', write: (path) => ({ body: `::video[Words]{src="${path}" poster=/media/dark.jpg title="Film"}` }) },
  audio: { ending: 'mp3', write: (path) => ({ body: `::audio[Words]{src="${path}" title="Sound"}` }) },
  captions: { ending: 'vtt', write: (path) => ({ body: `::video[Words]{src=/media/lamp.mp4 poster=/media/dark.jpg captions="${path}" title="Film"}` }) },
}

/** Every way to name a file outside, for one of them, from `articles/sea/`; by what it tries. */
function ways({ folder, source }: Outside, file: string): Readonly<Record<string, string>> {
  const [beside, whole, ending] = [`../${basename(folder)}/${file}`, `${folder}/${file}`, file.slice(file.lastIndexOf('.') + 1)]
  const up = `../../${beside}`
  return {
    'parent folders': up,
    'parent folders of the root': `/${beside}`,
    'parent folders on the way': `/media/../${beside}`,
    'parent folders within the name': `/media/./.././/${beside}`,
    'many parent folders': `${'../'.repeat(40)}${whole.slice(1)}`,
    'its whole path': whole,
    'its whole path and a slash more': `/${whole}`,
    'the newspaper’s own whole path': `${source}/media/dark.${ending}`,
    'an address of a file': `file://${whole}`,
    'an address of a file on this machine': `FILE://localhost${whole}`,
    'an address without slashes': `file:${whole}`,
    'an address relative to the story': `file:${up}`,
    'percent-encoding': up.replaceAll('.', '%2e'),
    'percent-encoded slashes': up.replaceAll('/', '%2F'),
    'percent-encoding, twice': up.replaceAll('.', '%252e'),
    'percent-encoding that is too long': up.replaceAll('.', '%c0%ae'),
    'backslashes': up.replaceAll('/', '\\'),
    'backslashes and slashes': up.replaceAll('/', '\\/'),
    'a drive': `C:${whole}`,
    'another machine': `\\\\localhost${whole.replaceAll('/', '\\')}`,
    'a device': `\\\\?\\C:\\canary.${ending}`,
    'NUL': `${up}\0.${ending}`,
    'NUL before the ending': `/media/dark\0/../../${beside}`,
    'a line end': `\n${up}`,
    'letters that look like dots': up.replaceAll('.', '．'),
    'letters that look like slashes': up.replaceAll('/', '∕'),
    'dots with something between': up.replaceAll('../', '..;/'),
    'a stream of Windows': `${up}::$DATA`,
    'a home folder': `~/${file}`,
    'a variable': `$HOME/${file}`,
    'standard input': '/dev/stdin',
    'the environment': '/proc/self/environ',
    'a link': `/media/link.${ending}`,
    'a link to a link': `/media/link-to-link.${ending}`,
    'a folder that is a link': `/media/everything/${file}`,
    'a folder that is a link, and back': `/media/everything/../${basename(folder)}/${file}`,
    'a link to what is not there': `/media/dangling.${ending}`,
    'almost the name of what lies there': `/media/everything/hidden-nam.${ending}`,
    'another spelling of what lies there': `/media/everything/Hidden-Name.${ending}`,
    'a link to the environment': `/media/environment.${ending}`,
    'itself': '.',
    'a folder above': '../..',
  }
}

/** Stories that try to bring a file from outside into print, by slug; none of them may be published. */
export function storiesThatReachOut(outside: Outside): Record<string, string> {
  const files = Object.entries(filePlaces).flatMap(([place, { ending, write }]) => Object.entries(ways(outside, `canary.${ending}`)).map(([way, path]) => [slugOf(place, way), storyFile(write(path))]))
  const addresses = ['link', 'embed', 'related', 'byline', 'follow', 'canonical'].flatMap((place) =>
    [`file://${outside.folder}/canary.txt`, `file:canary.txt`, `view-source:file://${outside.folder}/canary.txt`].map((address, index) => [slugOf(place, String(index)), storyFile(addressPlaces[place]?.(address) ?? {})]))
  const drawings = Object.keys(drawingsThatReachOut(outside)).map((name) => [slugOf('drawing', name), storyFile({ body: `![Words](/media/${name}.svg)` })])
  return Object.fromEntries([...files, ...addresses, ...drawings, ['disguised', storyFile({ body: '![Words](/media/disguised.jpg)' })]])
}

/** Words that other programs would take for the order to bring in a file; the story is published with them as words. */
export function wordsThatReachOut({ folder }: Outside): string {
  const file = `${folder}/canary.txt`
  const lines = [
    `<!--#include virtual="${file}"-->`, `<img src="file://${file}">`, `<iframe src="${file}"></iframe>`, `<object data="file://${file}"></object>`, `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${file}" parse="text"/>`,
    `<!DOCTYPE x [<!ENTITY e SYSTEM "file://${file}">]>`, '&e;', `<?php include "${file}" ?>`, `<% include ${file} %>`, `{{> ${file} }}`, `{% include "${file}" %}`, `!include ${file}`, `<<< @${file}`, `\\input{${file}}`,
    `@import url(file://${file});`, `<link rel="stylesheet" href="file://${file}">`, `\`\`\`js file=${file}\n\`\`\``,
  ]
  return storyFile({ body: lines.join('\n\n') })
}

/** SVGs that bring in a file, by name. */
export function drawingsThatReachOut({ folder }: Outside): Record<string, string> {
  const [picture, text] = [`${folder}/canary.jpg`, `${folder}/canary.txt`]
  return {
    'image-by-address': drawing(`<image href="file://${picture}" width="9" height="9"/>`),
    'image-by-path': drawing(`<image xlink:href="../../${basename(folder)}/canary.jpg" width="9" height="9"/>`),
    'image-beside': drawing('<image href="lens.png" width="9" height="9"/>'),
    'used': drawing(`<use href="file://${folder}/canary.svg#x"/>`),
    'included': drawing(`<text y="9"><xi:include href="${text}" parse="text"/></text>`),
    'entity': drawing('<text y="9">&e;</text>', `<!DOCTYPE svg [<!ENTITY e SYSTEM "file://${text}">]>`),
    'parameter': drawing('<text y="9">x</text>', `<!DOCTYPE svg [<!ENTITY % e SYSTEM "file://${text}"> %e;]>`),
    'imported': drawing(`<style>@import "file://${text}";</style>`),
    'imported-by-path': drawing(`<style>@import url(../../${basename(folder)}/canary.css);</style>`),
    'sheet': drawing('', `<?xml-stylesheet href="file://${text}" type="text/css"?>`),
    'filled': drawing(`<rect fill="url(file://${folder}/canary.svg#x)" width="9" height="9"/>`),
  }
}

function slugOf(place: string, way: string): string {
  return `${place}-${way}`.toLowerCase().replaceAll(/[^a-z\d]+/g, '-').replace(/-$/, '')
}

function drawing(inside: string, before = ''): string {
  return `<?xml version="1.0"?>${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xi="http://www.w3.org/2001/XInclude" width="40" height="30"><rect width="40" height="30" fill="navy"/>${inside}</svg>`
}
