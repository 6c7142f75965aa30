import { audio } from './audio.ts'
import type { DirectiveKind } from './directive.ts'
import { embed } from './embed.ts'
import { factBox } from './fact-box.ts'
import { figure } from './figure.ts'
import { gallery } from './gallery.ts'
import { note } from './note.ts'
import { paywall } from './paywall.ts'
import { pullQuote } from './pull-quote.ts'
import { related } from './related.ts'
import { update } from './update.ts'
import { video } from './video.ts'

/** Every directive by the name that authors write (source-format.md, "The body"). A new one is one file and one row. */
export const directiveKinds: Readonly<Record<string, DirectiveKind>> = {
  figure, gallery, video, audio, embed, pullquote: pullQuote, related, factbox: factBox, update, note, paywall,
}
