import { ar } from './ar.ts'
import { de } from './de.ts'
import { en, enUS } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import type { Language } from './language.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt, ptBR } from './pt.ts'

/** The languages that Galley speaks, by BCP 47 tag in lower case: to add one, write its file and its line. */
export const languages: ReadonlyMap<string, Language> = new Map([
  ['ar', ar],
  ['de', de],
  ['en', en],
  ['en-us', enUS],
  ['es', es],
  ['fr', fr],
  ['it', it],
  ['nl', nl],
  ['pl', pl],
  ['pt', pt],
  ['pt-br', ptBR],
])
