const free = new Map<number, Buffer[]>()

/**
 * Room for the pixels of a card, with whatever was in it before. It is used again, because V8 looks through its whole heap each time that some
 * 64 MB of buffers were made, which are five covers of books: a twentieth of all that a publish costs.
 */
export function takeRoom(bytes: number): Buffer {
  return free.get(bytes)?.pop() ?? Buffer.allocUnsafeSlow(bytes)
}

/** Nobody reads or writes these pixels any more. */
export function giveRoom(pixels: Buffer): void {
  const rooms = free.get(pixels.length) ?? []
  free.set(pixels.length, rooms)
  if (rooms.length < most) rooms.push(pixels)
}

/** As many as are drawn at a time. */
const most = 4
