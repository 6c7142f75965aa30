/**
 * What every AMP page begins with, letter by letter
 * (https://amp.dev/documentation/guides-and-tutorials/learn/spec/amp-boilerplate): the page is hidden until AMP's own script
 * has laid it out, for eight seconds at most.
 */
export const boilerplate = [
  'body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-moz-animation:-amp-start 8s steps(1,end) 0s 1 normal both;',
  '-ms-animation:-amp-start 8s steps(1,end) 0s 1 normal both;animation:-amp-start 8s steps(1,end) 0s 1 normal both}',
  ...['-webkit-', '-moz-', '-ms-', '-o-', ''].map((prefix) => `@${prefix}keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}`),
].join('')

/** The same for browsers without scripts: nothing is hidden. */
export const boilerplateWithoutScripts = 'body{-webkit-animation:none;-moz-animation:none;-ms-animation:none;animation:none}'

/** AMP's own script, which no page may host itself. */
export const ampScript = 'https://cdn.ampproject.org/v0.js'

/** The script of one element: `amp-video`. */
export function elementScript(name: string): string {
  return `https://cdn.ampproject.org/v0/${name}-0.1.js`
}
