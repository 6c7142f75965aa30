import dns from 'node:dns'
import dgram from 'node:dgram'
import { createServer, Socket, type AddressInfo } from 'node:net'
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

/** A server on this machine that counts who comes: what another process (a browser) does is seen here. */
export async function listenForVisitors(): Promise<{ url: string; count: () => number; close: () => Promise<void> }> {
  let visitors = 0
  const server = createServer((socket) => {
    visitors += 1
    socket.on('error', () => undefined)
    socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    count: () => visitors,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
