import type { KilledStory } from '../../pipeline/ast/killed-story.ts'

const at = (path: string): string => `https://harbourpost.example/${path}`
/** A story of the test newspaper that was killed, with a word of why in another language than the newspaper’s. */
export const killed: KilledStory = {
  slug: 'pilots-exam', id: 'pilots', path: 'labour/pilots-exam', url: at('labour/pilots-exam/'), formerly: ['old/pilots'],
  language: 'es', direction: 'ltr',
  retraction: { date: '2026-11-03T09:00:00Z', text: 'No podemos mantener lo que dijimos de “la prueba” & de los prácticos.' },
  files: [
    { rel: 'page', mediaType: 'text/html', path: 'labour/pilots-exam/index.html', url: at('labour/pilots-exam/') },
    { rel: 'amphtml', mediaType: 'text/html', path: 'labour/pilots-exam/amp/index.html', url: at('labour/pilots-exam/amp/') },
    { rel: 'pdf', mediaType: 'application/pdf', path: 'labour/pilots-exam/pilots-exam.pdf', url: at('labour/pilots-exam/pilots-exam.pdf') },
  ],
}
