import { describe, expect, it } from 'vitest'
import { parseText } from '../support/parse-text.ts'

const until = '2026-11-30T07:00:00+00:00'

function gateOf(frontMatter: string) {
  return parseText(`---\n${frontMatter}\n---\nSix boats.\n`).gate
}

describe('the gate', () => {
  it.each([
    ['usable where nothing is said', 'headline: Ferries', { status: 'usable' }],
    ['a draft', 'status: draft', { status: 'draft' }],
    ['an embargo that lifts', `embargo: { until: ${until} }`, { status: 'usable', embargo: { until } }],
    ['an embargo that never lifts', 'embargo: { note: ask Ana }', { status: 'usable', embargo: {} }],
    ['an embargo with nothing behind it', 'embargo:', { status: 'usable', embargo: {} }],
    ['an expiry and a publication', `expires: ${until}\npublished: ${until}`, { status: 'usable', expires: until, published: until }],
    ['a British spelling', 'status: cancelled', { status: 'unreadable' }],
    ['a status with nothing behind it', 'status:', { status: 'unreadable' }],
    ['a misspelt status', 'staus: withheld', { status: 'unreadable' }],
    ['a misspelt embargo', 'embargoed: next week', { status: 'usable', embargo: 'unreadable' }],
    ['two statuses', 'status: usable\nstatus: withheld', { status: 'unreadable' }],
    ['an embargo without a zone', 'embargo: { until: 2026-11-30T07:00:00 }', { status: 'usable', embargo: 'unreadable' }],
    ['an expiry in words', 'expires: next Friday', { status: 'usable', expires: 'unreadable' }],
    ['a draft below broken YAML', 'headline: "Ferries\nstatus: draft\ntags: [sea', { status: 'draft' }],
    ['an embargo below broken YAML', `headline: "Ferries\nembargo:\n  until: ${until}\nkicker: x`, { status: 'usable', embargo: { until } }],
    ['broken YAML in the embargo itself', 'embargo: { until: "2026\nkicker: x', { status: 'usable', embargo: 'unreadable' }],
    ['a status inside of broken braces', '{ headline: "Ferries, status: draft', { status: 'unreadable' }],
    ['the word in a headline', 'headline: The status quo: "gone\nkicker: status', { status: 'usable' }],
  ])('reads %s', (_, frontMatter, gate) => {
    expect(gateOf(frontMatter)).toEqual(gate)
  })

  it('reads a file that is not UTF-8', () => {
    expect(parseText(new Uint8Array(Buffer.from('---\nheadline: Caf\xe9\nstatus: withheld\n---\nx', 'latin1'))).gate).toEqual({ status: 'withheld' })
  })

  it('reads front matter that does not end', () => {
    expect(parseText('---\nheadline: Ferries\nstatus: withheld\n\nSix boats.').gate).toEqual({ status: 'withheld' })
  })
})
