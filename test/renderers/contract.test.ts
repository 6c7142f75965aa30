import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../support/deep-freeze.ts'
import { findInOrder } from '../support/find-in-order.ts'
import { listenForVisitors, watchNetwork } from '../support/watch-network.ts'

describe('what the contract test stands on', () => {
  const ways: [string, () => Promise<unknown>, string][] = [
    ['a page', () => fetch('http://harbourpost.example/'), 'connect harbourpost.example'],
    ['a name', async () => lookup('harbourpost.example'), 'lookup harbourpost.example'],
    ['a datagram', async () => createSocket('udp4').send('hello', 53, '192.0.2.1'), 'a datagram'],
  ]

  it.each(ways)('notices and refuses %s from the network', async (_what, ask, attempt) => {
    const network = watchNetwork()
    await expect(ask().finally(network.restore)).rejects.toThrow(/No network|fetch failed/)
    expect(network.attempts).toEqual([attempt])
  })

  it('counts who comes to its own address', async () => {
    const visitors = await listenForVisitors()
    await fetch(visitors.url)
    await visitors.close()
    expect(visitors.count()).toBe(1)
  })

  it.each([
    ['words that are there', 'The lamp made its last turn.', 'its last turn', true],
    ['a word that is not', 'The lamp made its turn.', 'its last turn', false],
    ['words in another order', 'The last lamp made its turn.', 'turn its last', false],
    ['words with the foot of a page between them', 'The lamp made its\nHarbour Post, page 1 of 2\nlast turn.', 'its last turn', true],
    ['words that are pages apart', `The lamp made its ${'x'.repeat(400)} last turn.`, 'its last turn', false],
    ['typographic quotes, soft hyphens and small capitals', 'the “light\u00ADhouse” keeper’s GDYNIA', 'The "lighthouse" keeper\'s Gdynia', true],
  ])('looks for %s', (_what, text, words, isThere) => {
    expect(findInOrder(text, words)).toBe(isThere)
  })

  it('freezes an article to its leaves', () => {
    const article = deepFreeze({ body: { children: [{ type: 'paragraph' }] } })
    expect(() => article.body.children.push({ type: 'heading' })).toThrow('not extensible')
  })
})
