/** No browser of this machine can be used; `message` says what was tried and what came of it, in one sentence each. */
export class BrowserProblem extends Error {
  override name = 'BrowserProblem'
}

/** A page asked for more time than it is given. */
export class PrintTimeout extends Error {
  override name = 'PrintTimeout'
  constructor(seconds: number) {
    super(`Expected the page to be printed within ${seconds} seconds, and stopped waiting.`)
  }
}
