import type { ZodType } from 'zod'
import { key, type Key } from '../yaml/described.ts'
import type { Read } from '../yaml/keys-of.ts'
import { listOf, text } from '../yaml/readers.ts'
import { formatOptions } from './format-options.ts'
import { houseFile, retextEntry } from './house-files.ts'
import { accounts, baseAddress, front, language, pages, placedText, sections, timezone } from './publication-values.ts'
import { limits } from './limit-values.ts'
import { ruleSeverities } from './rule-severities.ts'

/** Every key of `publication.yml` and how its value is read (source-format.md, "The publication"). */
export function publicationKeys(formats: Readonly<Record<string, ZodType>>) {
  return {
    name: key('The name of the newspaper, as its masthead has it.', text, { required: 'always' }),
    slogan: key('The line under the masthead.', text),
    url: key('Where the newspaper stands on the web: the beginning of every address.', baseAddress, { required: 'always' }),
    language: key('The language of the newspaper; a story may have another.', language, { required: 'always' }),
    timezone: key('Every printed time is in it.', timezone, { unwritten: 'UTC' }),
    logo: key('The newspaper’s logo, in mastheads, on cards and for search engines.', placedText),
    social: key('The newspaper’s accounts, under names of your choice. `x` is told to X; whole addresses are told to search engines.', accounts),
    sections: key('The parts of the newspaper: the id that stories and addresses use, and the name that readers see.', sections),
    front: key('Stories that lead the front page, in this order. The rest follow, newest first.', front),
    formats: key('What is made of each story and of the newspaper, and how.', formatOptions(formats), { unwritten: 'all formats, with their defaults' }),
    rules: key('Other severities for rules: the id and `error`, `warning`, `info` or `off`. Rules about embargo, status, labels, ids and safety cannot be lowered.', ruleSeverities),
    house: key('Files with rules of the newsroom’s own.', listOf(houseFile, 'house: [./rules/no-shouting.mjs]')),
    retext: key('Plug-ins that look at the prose of stories.', listOf(retextEntry, 'retext: [retext-repeated-words]')),
    limits: key('How much there may be of what many hands write. What is more is refused with its place, so that one story cannot take the machine from all others.', limits, { unwritten: 'the defaults of each' }),
    pages: key('What something else serves below the newspaper’s address, so that links to it are not broken. `*` stands for a part of a path, `**` for any.', pages),
  } satisfies Record<string, Key<unknown>>
}

/** What `publication.yml` says, by key, each read and checked on its own. */
export type PublicationFields = Read<ReturnType<typeof publicationKeys>>
