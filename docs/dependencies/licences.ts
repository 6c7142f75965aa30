/** Licences under which packages may come, by SPDX id, and what makes them fit for a program under MIT that ships none of them. A new one fails a test. */
export const allowedLicences: Readonly<Record<string, string>> = {
  MIT: 'permissive',
  ISC: 'permissive',
  '0BSD': 'permissive',
  'BSD-2-Clause': 'permissive',
  'BSD-3-Clause': 'permissive',
  'Apache-2.0': 'permissive, with a grant of patents',
  'BlueOak-1.0.0': 'permissive',
  Zlib: 'permissive',
  'CC0-1.0': 'public domain',
  'OFL-1.1': 'fonts: they may be embedded in pages, books and PDFs under any licence',
  'MPL-2.0': 'copyleft for its own files, which we use as they are',
  'LGPL-3.0-or-later': 'libvips, a library of its own that sharp loads, and that anybody can replace',
}

/** Of packages that only tests use, these as well. */
export const allowedInTests: Readonly<Record<string, string>> = {
  'CC-BY-3.0': 'lists of SPDX, for the test of licences',
  'CC-BY-SA-4.0': 'the examples of CommonMark, for the tests of Markdown',
}
