/** A rule of the specification of GFM 0.29, in an example of ours: what is written, and what it means in plain HTML. */
export interface GfmCase {
  section: string
  rule: string
  markdown: string
  html: string
  /** Rules that its author is warned by. */
  warns?: string[]
}

const ferries = '<thead><tr><th>Boat</th><th>Pier</th></tr></thead>'

export const gfmCases: GfmCase[] = [
  {
    section: '4.10', rule: 'a table has a head, a line of hyphens and rows',
    markdown: '| Boat | Pier |\n| --- | --- |\n| Anna | 4 |\n',
    html: `<table>${ferries}<tbody><tr><td>Anna</td><td>4</td></tr></tbody></table>`,
  },
  {
    section: '4.10', rule: 'pipes at the ends may be left out, cells need not match in width, and colons align columns',
    markdown: 'Boat | Pier | Time\n:-: | --------: | :--\nAnna | 4 | six\n',
    html: '<table><thead><tr><th align="center">Boat</th><th align="right">Pier</th><th align="left">Time</th></tr></thead><tbody><tr><td align="center">Anna</td><td align="right">4</td><td align="left">six</td></tr></tbody></table>',
  },
  {
    section: '4.10', rule: 'a pipe in a cell is escaped, in code and in strong words too',
    markdown: '| Boat |\n| --- |\n| `a \\| b` and **c \\| d** |\n',
    html: '<table><thead><tr><th>Boat</th></tr></thead><tbody><tr><td><code>a | b</code> and <strong>c | d</strong></td></tr></tbody></table>',
  },
  {
    section: '4.10', rule: 'a table ends where another block begins',
    markdown: '| Boat | Pier |\n| --- | --- |\n| Anna | 4 |\n> Fog\n',
    html: `<table>${ferries}<tbody><tr><td>Anna</td><td>4</td></tr></tbody></table><blockquote><p>Fog</p></blockquote>`,
  },
  {
    section: '4.10', rule: 'a line without pipes is a row, and a blank line ends the table',
    markdown: '| Boat | Pier |\n| --- | --- |\n| Anna | 4 |\nClara\n\nFog\n',
    html: `<table>${ferries}<tbody><tr><td>Anna</td><td>4</td></tr><tr><td>Clara</td><td></td></tr></tbody></table><p>Fog</p>`,
  },
  {
    section: '4.10', rule: 'a head with more cells than the line of hyphens makes no table',
    markdown: '| Boat | Pier |\n| --- |\n| Anna |\n',
    html: '<p>| Boat | Pier |\n| --- |\n| Anna |</p>',
  },
  {
    section: '4.10', rule: 'missing cells are empty; cells too many are kept here, where GFM drops them, with a warning',
    markdown: '| Boat | Pier |\n| --- | --- |\n| Anna |\n| Clara | 5 | late |\n',
    html: '<table><thead><tr><th>Boat</th><th>Pier</th><td></td></tr></thead><tbody><tr><td>Anna</td><td></td><td></td></tr><tr><td>Clara</td><td>5</td><td>late</td></tr></tbody></table>',
    warns: ['ragged-table'],
  },
  {
    section: '4.10', rule: 'a table may have no rows',
    markdown: '| Boat | Pier |\n| --- | --- |\n',
    html: `<table>${ferries}</table>`,
  },
  {
    section: '4.10', rule: 'a cell holds inline Markdown and no blocks',
    markdown: '| Boat |\n| --- |\n| *Anna* [pier](/pier) - # 1. |\n',
    html: '<table><thead><tr><th>Boat</th></tr></thead><tbody><tr><td><em>Anna</em> <a href="/pier">pier</a> - # 1.</td></tr></tbody></table>',
  },
  {
    section: '4.10', rule: 'a table interrupts a paragraph',
    markdown: 'Fog\n| Boat | Pier |\n| --- | --- |\n| Anna | 4 |\n',
    html: `<p>Fog</p><table>${ferries}<tbody><tr><td>Anna</td><td>4</td></tr></tbody></table>`,
  },
  {
    section: '5.3', rule: 'an item that begins with brackets is done or to do',
    markdown: '- [ ] Sound the horn\n- [x] Cast off\n- [X] Sail\n',
    html: '<ul><li><input type="checkbox"> Sound the horn</li><li><input type="checkbox" checked> Cast off</li><li><input type="checkbox" checked> Sail</li></ul>',
  },
  {
    section: '5.3', rule: 'tasks nest, in numbered lists too',
    markdown: '1. [x] Anna\n   - [ ] fuel\n   - [x] crew\n2. [ ] Clara\n',
    html: '<ol><li><input type="checkbox" checked> Anna<ul><li><input type="checkbox"> fuel</li><li><input type="checkbox" checked> crew</li></ul></li><li><input type="checkbox"> Clara</li></ol>',
  },
  {
    section: '5.3', rule: 'brackets with anything else, or with nothing behind them, are text',
    markdown: '- [y] Anna\n- [ ]\n- [x]Clara\n- \\[x] Dora\n',
    html: '<ul><li>[y] Anna</li><li>[ ]</li><li>[x]Clara</li><li>[x] Dora</li></ul>',
  },
  {
    section: '6.5', rule: 'two tildes strike words out',
    markdown: 'The boat ~~sails~~ stays, ~~*quite* sure~~.\n',
    html: '<p>The boat <del>sails</del> stays, <del><em>quite</em> sure</del>.</p>',
  },
  {
    section: '6.5', rule: 'one tilde does as well',
    markdown: 'The boat ~sails~ stays.\n',
    html: '<p>The boat <del>sails</del> stays.</p>',
  },
  {
    section: '6.5', rule: 'nothing is struck out across paragraphs, or by three tildes',
    markdown: 'The ~~boat\n\nsails~~ and ~~~stays~~~.\n',
    html: '<p>The ~~boat</p><p>sails~~ and ~~~stays~~~.</p>',
  },
  {
    section: '6.9', rule: 'www. begins a link, which goes to http',
    markdown: 'See www.ferries.example/winter for more.\n',
    html: '<p>See <a href="http://www.ferries.example/winter">www.ferries.example/winter</a> for more.</p>',
  },
  {
    section: '6.9', rule: 'a mark at the end of a sentence is no part of the address',
    markdown: 'www.ferries.example. And www.ferries.example/a.b? Or *www.ferries.example/a*!\n',
    html: '<p><a href="http://www.ferries.example">www.ferries.example</a>. And <a href="http://www.ferries.example/a.b">www.ferries.example/a.b</a>? Or <em><a href="http://www.ferries.example/a">www.ferries.example/a</a></em>!</p>',
  },
  {
    section: '6.9', rule: 'brackets around an address are no part of it, those inside are',
    markdown: '(www.ferries.example/pier_(old)) and (https://ferries.example/a)))\n',
    html: '<p>(<a href="http://www.ferries.example/pier_(old)">www.ferries.example/pier_(old)</a>) and (<a href="https://ferries.example/a">https://ferries.example/a</a>)))</p>',
  },
  {
    section: '6.9', rule: 'what looks like an entity at the end is no part of the address, and < ends it',
    markdown: 'www.ferries.example/s?q=a&hl=en and www.ferries.example/s?q=a&hl; and www.ferries.example/a<b\n',
    html: '<p><a href="http://www.ferries.example/s?q=a&amp;hl=en">www.ferries.example/s?q=a&amp;hl=en</a> and <a href="http://www.ferries.example/s?q=a">www.ferries.example/s?q=a</a>&amp;hl; and <a href="http://www.ferries.example/a">www.ferries.example/a</a>&lt;b</p>',
  },
  {
    section: '6.9', rule: 'http:// and https:// begin a link',
    markdown: 'http://ferries.example (https://ferries.example/s?q=boats&hl=en)\n',
    html: '<p><a href="http://ferries.example">http://ferries.example</a> (<a href="https://ferries.example/s?q=boats&amp;hl=en">https://ferries.example/s?q=boats&amp;hl=en</a>)</p>',
  },
  {
    section: '6.9', rule: 'a mail address is a link; one that ends in a hyphen or an underscore is not',
    markdown: 'desk+news@mail.ferries.example. a.b-c_d@ferries.example- a.b-c_d@ferries.example_\n',
    html: '<p><a href="mailto:desk+news@mail.ferries.example">desk+news@mail.ferries.example</a>. a.b-c_d@ferries.example- a.b-c_d@ferries.example_</p>',
  },
  {
    section: '6.9', rule: 'an address in code or in the words of a link is no link of its own',
    markdown: '`www.ferries.example` and [www.ferries.example](/pier)\n',
    html: '<p><code>www.ferries.example</code> and <a href="/pier">www.ferries.example</a></p>',
  },
  {
    section: '6.11', rule: 'tags that GFM disallows are text as typed, like all tags here',
    markdown: 'A <title> b <textarea> c <style> d <xmp> e <iframe> f <noembed> g <noframes> h <script> i <plaintext> j\n',
    html: '<p>A &lt;title> b &lt;textarea> c &lt;style> d &lt;xmp> e &lt;iframe> f &lt;noembed> g &lt;noframes> h &lt;script> i &lt;plaintext> j</p>',
    warns: ['raw-html'],
  },
  {
    section: '6.11', rule: 'a block of them too, with the Markdown in it',
    markdown: '<script>\nlet *boat*\n</script>\n\n<IFRAME src="/pier"></IFRAME>\n',
    html: '<p>&lt;script>\nlet <em>boat</em>\n&lt;/script></p><p>&lt;IFRAME src="/pier">&lt;/IFRAME></p>',
    warns: ['raw-html'],
  },
]
