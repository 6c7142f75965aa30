/** A place that wants to be visited: addresses of one machine, by scheme, as `listenForVisitors` gives them. */
export interface Place {
  addresses(scheme: string): readonly string[]
}

/** What a page can hold that makes a browser, or whoever reads the page, ask for something at an address; by name, which is part of the address. */
const asking: Readonly<Record<string, (address: string) => string>> = {
  picture: (a) => `<img src="${a}" alt=""><picture><source srcset="${a}-source 2x"><img alt="" srcset="${a}-set 1x, ${a}-large 2x"></picture>`,
  'input picture': (a) => `<input type="image" src="${a}" alt="x">`,
  background: (a) => `<div style="background: url(${a}); width: 9px; height: 9px">x</div><table background="${a}-table"><tr><td>x</table>`,
  stylesheet: (a) => `<link rel="stylesheet" href="${a}">`,
  import: (a) => `<style>@import url(${a}); @import "${a}-string";</style>`,
  font: (a) => `<style>@font-face { font-family: Lure; src: url(${a}) } .lure { font-family: Lure }</style><p class="lure">x</p>`,
  'list marker, cursor and content': (a) => `<style>.marked::before { content: url(${a}) } .marked { list-style: url(${a}-marker); border-image: url(${a}-border) 1; mask: url(${a}-mask); filter: url(${a}-filter) }</style><ul><li class="marked">x</ul>`,
  'image set': (a) => `<style>.set { background: image-set("${a}" 1x, "${a}-2" 2x); width: 9px }</style><p class="set">x</p>`,
  prefetch: (a) => `<link rel="prefetch" href="${a}"><link rel="preload" as="image" href="${a}-preload"><link rel="modulepreload" href="${a}-module"><link rel="prerender" href="${a}-prerender">`,
  connection: (a) => `<link rel="preconnect" href="${a}"><link rel="dns-prefetch" href="${a}">`,
  icon: (a) => `<link rel="icon" href="${a}"><link rel="manifest" href="${a}-manifest"><link rel="search" href="${a}-search">`,
  speculation: (a) => `<script type="speculationrules">{"prefetch": [{"source": "list", "urls": ["${a}"]}], "prerender": [{"source": "list", "urls": ["${a}-page"]}]}</script>`,
  video: (a) => `<video src="${a}" poster="${a}-poster" preload="auto" autoplay muted><track default src="${a}-track"></video>`,
  audio: (a) => `<audio src="${a}" preload="auto" autoplay></audio><audio preload="auto"><source src="${a}-source"></audio>`,
  frame: (a) => `<iframe src="${a}"></iframe><iframe srcdoc="<img src='${a}-within'>"></iframe><iframe sandbox srcdoc="<img src='${a}-confined'>"></iframe>`,
  'frame of data': (a) => `<iframe src="data:text/html,<img src=${a}><link rel=stylesheet href=${a}-style>"></iframe>`,
  'frame that leads on': (a) => `<iframe srcdoc="<meta http-equiv=refresh content='0; url=${a}'>"></iframe>`,
  object: (a) => `<object data="${a}"></object><embed src="${a}-embed"><object data="data:text/html,<img src=${a}-within>"></object>`,
  drawing: (a) => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image href="${a}" width="9" height="9"/><image xlink:href="${a}-xlink" width="9" height="9"/><use href="${a}-use#x"/><filter id="f"><feImage href="${a}-fe"/></filter><rect filter="url(#f)" width="9" height="9"/><text fill="url(${a}-fill#x)">x</text></svg>`,
  'drawing of data': (a) => `<img alt="" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='${a}' width='9' height='9'/><style>@import '${a}-style';</style></svg>">`,
  report: (a) => `<meta http-equiv="Content-Security-Policy-Report-Only" content="img-src 'none'; report-uri ${a}"><img src="/none.png" alt="">`,
  program: (a) => `<script src="${a}"></script><script type="module" src="${a}-module"></script>`,
}

/** What a program in a page would do, where one ran: it asks in every way that the web knows, and leaves a picture without words behind. */
export function programOf(place: Place): string {
  const [http, ws] = [place.addresses('http'), place.addresses('ws')]
  return `<script>
    document.body.insertAdjacentHTML('beforeend', '<p>RAN</p><img id="made-by-a-program" src="/made.png">');
    const quietly = (work) => { try { Promise.resolve(work()).catch(() => 0) } catch {} };
    for (const a of ${JSON.stringify(http)}) {
      quietly(() => fetch(a + '/fetch', { mode: 'no-cors' })); quietly(() => navigator.sendBeacon(a + '/beacon')); quietly(() => new EventSource(a + '/events'));
      quietly(() => import(a + '/import.js')); quietly(() => { new Image().src = a + '/image' }); quietly(() => { const r = new XMLHttpRequest(); r.open('GET', a + '/xhr'); r.send() });
      quietly(() => new Worker(URL.createObjectURL(new Blob(["importScripts('" + a + "/worker')"])))); quietly(() => window.open(a + '/window'));
      quietly(() => new WebTransport(a.replace('http', 'https') + '/transport'));
      quietly(() => { const p = new RTCPeerConnection({ iceServers: [{ urls: a.replace('http://', 'stun:') }] }); p.createDataChannel('x'); return p.createOffer().then((o) => p.setLocalDescription(o)) });
    }
    for (const a of ${JSON.stringify(ws)}) quietly(() => new WebSocket(a + '/socket'));
  </script><svg onload="document.body.append('RAN')"></svg><img src="/gone.png" alt="" onerror="document.body.append('RAN')"><a href="javascript:document.body.append('RAN')" autofocus onfocus="document.body.append('RAN')">x</a>
  <iframe srcdoc="<script>parent.document.body.append('RAN')</script>"></iframe><iframe sandbox="allow-scripts" srcdoc="<script>fetch('${http[0]}/frame', { mode: 'no-cors' })</script>"></iframe>`
}

/** Everything that asks, of every name of a place, as the body of one page. */
export function pageOfLures(place: Place): string {
  return place.addresses('http').flatMap((address) => Object.entries(asking).map(([name, markup]) => markup(`${address}/${name.replaceAll(/\W+/g, '-')}`))).join('\n')
}

/** One kind of asking, of one name of a place, from the list of all; one line. */
export function oneLure(place: Place, number: number): string {
  const [kinds, names] = [Object.values(asking), place.addresses('http')]
  return kinds[number % kinds.length]?.(`${names[number % names.length]}/words`) ?? ''
}

/** How many ways of asking `pageOfLures` and `leadingOn` have together, for one place. */
export function numberOfLures(place: Place): number {
  return place.addresses('http').length * (Object.keys(asking).length + Object.keys(leading).length)
}

const leading: Readonly<Record<string, (address: string) => string>> = {
  refresh: (a) => `<meta http-equiv="refresh" content="0; url=${a}">`,
  'refresh within the text': (a) => `<p>x</p><meta http-equiv="refresh" content="0;${a}">`,
  base: (a) => `<base href="${a}/"><img src="picture" alt=""><link rel="stylesheet" href="style.css">`,
  form: (a) => `<form action="${a}" method="post"><input name="x" value="y" autofocus></form><script>document.forms[0].submit()</script>`,
  location: (a) => `<script>location = '${a}'</script>`,
}

/** Pages that lead on to somewhere else at once, each on its own: body by name. */
export function leadingOn(place: Place): [string, string][] {
  return place.addresses('http').flatMap((address) => Object.entries(leading).map(([name, markup]): [string, string] => [`${name} to ${address}`, markup(`${address}/${name.replaceAll(/\W+/g, '-')}`)]))
}
