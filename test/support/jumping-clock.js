// Loaded into a run before its own code (NODE_OPTIONS=--import): the clock is set forward by a day with each odd question what time it is, and back by one with each even one.
const day = 86_400_000
const RealDate = Date
let asked = 0
const jump = () => RealDate.now() + ((asked += 1) % 2 === 0 ? -day : day)

globalThis.Date = class extends RealDate {
  constructor(...words) {
    super(...(words.length === 0 ? [jump()] : words))
  }

  static now() {
    return jump()
  }
}
