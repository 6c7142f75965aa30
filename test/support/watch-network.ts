import dns from 'node:dns'
import dgram from 'node:dgram'
import { createServer, Socket, type AddressInfo, type Server } from 'node:net'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Refuse and remember every way out of this process (TCP, UDP, name lookups, and with them `fetch` and `http`) until
 * `restore`. Pipes and sockets of the machine's own tools at a loopback address stay open: a browser is driven by one.
 */
export function watchNetwork(): { attempts: readonly string[]; restore: () => void } {
  const attempts: string[] = []
  const connect = Socket.prototype.connect
  const { lookup, promises } = dns
  const lookupPromise = promises.lookup
  const send = dgram.Socket.prototype.send
  const refuse = (what: string): never => {
    attempts.push(what)
    throw new Error(`No network while rendering: ${what}`)
  }

  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    const target = destination(args)
    if (target !== undefined && !isLoopback(target)) refuse(`connect ${target}`)
    return Reflect.apply(connect, this, args) as Socket
  } as typeof connect
  dns.lookup = ((...args: unknown[]) => (isLoopback(String(args[0])) ? Reflect.apply(lookup, dns, args) : refuse(`lookup ${String(args[0])}`))) as typeof lookup
  promises.lookup = ((...args: unknown[]) =>
    isLoopback(String(args[0])) ? Reflect.apply(lookupPromise, promises, args) : refuse(`lookup ${String(args[0])}`)) as typeof lookupPromise
  dgram.Socket.prototype.send = (() => refuse('a datagram')) as typeof send
  syncBuiltinESMExports()

  const restore = () => {
    Socket.prototype.connect = connect
    dns.lookup = lookup
    promises.lookup = lookupPromise
    dgram.Socket.prototype.send = send
    syncBuiltinESMExports()
  }
  return { attempts, restore }
}

/** Host of a TCP connection; undefined for pipes. Node passes either options, a list around them, or port and host. */
function destination(args: readonly unknown[]): string | undefined {
  const [first, second] = args.flat()
  if (typeof first === 'number') return typeof second === 'string' ? second : 'localhost'
  if (typeof first !== 'object' || first === null || ('path' in first && typeof first.path === 'string')) return undefined
  return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost'
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** A server on this machine that notes who comes. */
export interface Visitors {
  url: string
  /** Every name of this machine at which it listens, as an address of this scheme: `ws://[::1]:45347`. */
  addresses(scheme: string): string[]
  /** Connections, also those on which nothing was asked. */
  count(): number
  /** What was asked, each by its first line; a connection on which nothing was said is one of `nothing`. */
  visits(): readonly string[]
  close(): Promise<void>
}

/**
 * Listen on all of this machine's own addresses (IPv4, and IPv6 where it has that), for TCP and, on the same port, for datagrams: what another
 * process (a browser, Java) does is seen here.
 */
export async function listenForVisitors(): Promise<Visitors> {
  const visits: string[] = []
  const onConnection = (socket: Socket): void => {
    const visit = visits.push('nothing') - 1
    socket.on('error', () => undefined)
    socket.once('data', (said) => {
      visits[visit] = said.toString('latin1').split('\r\n', 1)[0] ?? ''
      socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n', () => socket.destroy())
    })
  }
  const first = createServer(onConnection)
  await listen(first, 0, '127.0.0.1')
  const { port } = first.address() as AddressInfo
  const second = createServer(onConnection)
  const hasSixth = await listen(second, port, '::1').then(() => true, () => false)
  const datagrams = dgram.createSocket('udp4', () => visits.push('a datagram'))
  await new Promise<void>((resolve) => datagrams.bind(port, '127.0.0.1', resolve))
  const names = ['127.0.0.1', 'localhost', ...(hasSixth ? ['[::1]'] : [])]
  return {
    url: `http://127.0.0.1:${port}`,
    addresses: (scheme) => names.map((name) => `${scheme}://${name}:${port}`),
    count: () => visits.length,
    visits: () => visits,
    close: async () => {
      datagrams.close()
      await Promise.all([first, second].map((server) => new Promise((resolve) => server.close(resolve))))
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
}
