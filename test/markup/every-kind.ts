import type { NodeType } from '../../pipeline/ast/node-kinds.ts'
import type { Flow, NodeOf, Phrasing } from '../../pipeline/ast/nodes.ts'
import { figure, heading, media, paragraph, picture, words } from './story-with.ts'

/** Blocks that show what each kind of node is drawn as, in all its forms. A new kind does not compile without. */
export const everyKind: Record<NodeType, Flow[]> = {
  text: [paragraph('p', 'Quay & <b>kiosk</b> “open”.')],
  emphasis: [inline({ type: 'emphasis', children: [words('Now')] })],
  strong: [inline({ type: 'strong', children: [words('Now')] })],
  delete: [inline({ type: 'delete', children: [words('Never')] })],
  inlineCode: [inline({ type: 'inlineCode', value: 'a < b' })],
  break: [paragraph('p', 'Down', { type: 'break' }, 'and out')],
  link: [
    inline({ type: 'link', url: 'https://lights.example/a b', title: 'The log', children: [words('the log')] }),
    inline({ type: 'link', url: 'java\tscript:alert(1)', children: [words('words of an unsafe link')] }),
    inline({ type: 'link', url: '../elsewhere', children: [words('words of a relative link')] }),
    inline({ type: 'link', url: 'mailto:desk@harbourpost.example', children: [words('the desk')] }),
    inline({ type: 'link', url: '#facts', children: [words('the facts')] }),
  ],
  image: [
    paragraph('a', 'a mark ', { type: 'image', url: 'datum.svg', alt: 'A dot with a ring.', picture }, ' on the chart'),
    paragraph('b', { type: 'image', url: 'datum.svg', alt: 'A dot with a ring.', title: 'The mark', picture }),
  ],
  footnoteReference: [
    paragraph('p', 'Twice', { type: 'footnoteReference', identifier: 'log', label: 'log' }, ' and again', { type: 'footnoteReference', identifier: 'log', label: 'log' }),
    paragraph('q', 'No such note', { type: 'footnoteReference', identifier: 'lost', label: 'lost' }),
    footnote('log', paragraph('n', 'The log is kept in ink.')),
  ],
  paragraph: [paragraph('p', 'The first boat left at seven.')],
  heading: [heading(2, 'Two'), heading(4, 'Four'), heading(3, 'Three'), heading(2, 'Again')],
  blockquote: [{ type: 'blockquote', id: 'q', children: [paragraph('a', 'The sea will not notice.'), paragraph('b', '— the log')] }],
  list: [
    { type: 'list', id: 'tight', ordered: false, spread: false, children: [item('Oars'), item('Ropes', { type: 'list', id: 'inner', ordered: true, start: 3, spread: false, children: [item('long')] })] },
    { type: 'list', id: 'loose', ordered: true, start: 1, spread: true, children: [item('One')] },
  ],
  listItem: [{ type: 'list', id: 'tasks', ordered: false, spread: false, children: [{ ...item('Sent'), checked: true }, { ...item('Cleaned'), checked: false }] }],
  table: [
    { type: 'table', id: 'flashes', align: ['left', 'right', null], children: [row('Night', 'Flashes', 'Watch'), row('Monday', '10,440', 'Teal'), row('Thursday', '4')] },
  ],
  tableRow: [{ type: 'table', id: 'head-only', align: [null], children: [row('Night')] }],
  tableCell: [{ type: 'table', id: 'corner', align: [null, 'center'], children: [row('', 'Ferry'), row('Seven', 'yes')] }],
  code: [{ type: 'code', id: 'c', lang: 'text', meta: 'motor', value: 'halt 1\nbrake <on>' }],
  thematicBreak: [{ type: 'thematicBreak', id: 'rule' }],
  footnoteDefinition: [
    footnote('unused', paragraph('u', 'Nothing refers to this.')),
    footnote('list', { type: 'list', id: 'l', ordered: false, spread: false, children: [item('Ends in a list')] }),
    paragraph('p', 'Here', { type: 'footnoteReference', identifier: 'list', label: 'list' }),
  ],
  figure: [
    figure('full', { credit: 'Ewa Nowak', copyright: '© 2026 The Harbour Post', children: [words('Crane drivers '), { type: 'emphasis', children: [words('vote')] }] }),
    figure('one-says-it-all', { credit: 'Ewa Nowak', copyright: '© Ewa Nowak' }),
    figure('bare'),
  ],
  gallery: [
    { type: 'gallery', id: 'evening', children: [title('The last evening'), figure('six', { children: [words('Six o’clock.')] }), figure('seven')] },
    { type: 'gallery', id: 'untitled', children: [figure('eight')] },
  ],
  video: [
    {
      type: 'video', id: 'turn', src: 'lamp.mp4', media: media('media/lamp.mp4', 'video/mp4'), picture, poster: 'dark.jpg', title: 'The last turn',
      credit: 'Jon Hale', duration: 'PT1H2M5S', children: [words('The lamp turns.')],
    },
    { type: 'video', id: 'remote', src: 'https://films.example/1', duration: 'two minutes', children: [] },
  ],
  audio: [{ type: 'audio', id: 'motor', src: 'motor.mp3', media: media('media/motor.mp3', 'audio/mpeg'), title: 'The motor', credit: 'Jon Hale', duration: 'PT9S', children: [words('It stops.')] }],
  embed: [
    { type: 'embed', id: 'map', url: 'https://maps.example/lights', provider: 'maps', children: [words('A map of the lights.')] },
    { type: 'embed', id: 'unsafe', url: 'data:text/html,x', children: [words('Nothing to follow.')] },
  ],
  pullQuote: [
    paragraph('p', '“The sea will ', { type: 'emphasis', children: [words('not')] }, ' notice,” she said.'),
    { type: 'pullQuote', id: 'said', text: 'The sea will not notice.', by: 'Elspeth Rourke' },
    { type: 'pullQuote', id: 'new', text: 'First thought.\n\nSecond thought.' },
  ],
  relatedLink: [
    { type: 'relatedLink', id: 'r', url: 'https://harbourpost.example/sea/notice/', ref: 'notice', children: [words('The notice to mariners')] },
    { type: 'relatedLink', id: 's', url: 'https://lights.example/', href: 'https://lights.example/', children: [] },
  ],
  factBox: [
    heading(2, 'Before'),
    { type: 'factBox', id: 'facts', children: [title('Carrow Head'), paragraph('f', 'Built in 1855.'), { ...heading(2, 'Inside'), id: 'inside' }] },
    { type: 'factBox', id: 'plain', children: [paragraph('g', 'No title.')] },
    heading(3, 'After'),
  ],
  update: [
    { type: 'update', id: 'early', time: '2026-05-04T06:00:00Z', children: [title('First'), paragraph('e', 'It begins.')] },
    { type: 'update', id: 'late', time: '2026-05-04T09:30:00+02:00', children: [paragraph('l', 'It ends.')] },
  ],
  note: [{ type: 'note', id: 'editor', children: [paragraph('n', 'The board paid for the boat.')] }],
  title: [{ type: 'factBox', id: 'box', children: [{ type: 'title', children: [words('A '), { type: 'emphasis', children: [words('title')] }] }] }],
}

function inline(node: Phrasing): Flow {
  return paragraph('p', node)
}

function title(text: string): NodeOf<'title'> {
  return { type: 'title', children: [words(text)] }
}

function item(text: string, ...more: Flow[]): NodeOf<'listItem'> {
  return { type: 'listItem', spread: false, children: [paragraph(text.toLowerCase().replaceAll(' ', '-'), text), ...more] }
}

function row(...cells: string[]): NodeOf<'tableRow'> {
  return { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: cell === '' ? [] : [words(cell)] })) }
}

function footnote(identifier: string, ...children: Flow[]): NodeOf<'footnoteDefinition'> {
  return { type: 'footnoteDefinition', id: `definition-${identifier}`, identifier, label: identifier, children }
}
