import { clockWithColon, dayMonthYear, withComma, type Language } from './language.ts'

// In the genitive, as a day of the month asks for it.
const months = [
  'stycznia', 'lutego', 'marca', 'kwietnia', 'maja', 'czerwca',
  'lipca', 'sierpnia', 'września', 'października', 'listopada', 'grudnia',
]

/** Polish. */
export const pl: Language = {
  words: {
    by: 'Autor:',
    and: 'i',
    published: 'Opublikowano',
    updated: 'Zaktualizowano',
    related: 'Zobacz też',
    readMore: 'Czytaj więcej',
    corrections: 'Sprostowania i wyjaśnienia',
    correctionTypes: { correction: 'Sprostowanie', clarification: 'Wyjaśnienie', retraction: 'Odwołanie', update: 'Aktualizacja' },
    correctedNotice: 'Ten tekst zmieniono po publikacji.',
    labels: {
      analysis: 'Analiza',
      opinion: 'Opinia',
      editorial: 'Komentarz redakcji',
      review: 'Recenzja',
      obituary: 'Wspomnienie',
      live: 'Na żywo',
      correction: 'Sprostowanie',
      sponsored: 'Materiał sponsorowany',
      paid: 'Materiał płatny',
    },
    footnotes: 'Przypisy',
    backToText: 'Wróć do odsyłacza',
    footnote: 'Przypis',
    watch: 'Obejrzyj',
    listen: 'Posłuchaj',
    openEmbed: 'Zobacz oryginał',
    credit: 'Fot.',
    note: 'Od redakcji',
    factBox: 'W skrócie',
    gallery: 'Galeria',
    table: 'Tabela',
    skipToContent: 'Przejdź do artykułu',
    contents: 'Spis treści',
    cover: 'Okładka',
    page: 'Strona',
    pageOf: 'z',
    links: 'Odnośniki',
    gated: {
      metered: 'Zarejestruj się lub wykup prenumeratę, aby czytać dalej.',
      subscriber: 'Dalsza część tekstu jest dostępna dla prenumeratorów.',
    },
    rights: 'Prawa',
    topics: 'Tematy',
    sections: 'Działy',
    frontPage: 'Strona główna',
    alsoAs: 'Dostępne także jako',
    completed: 'Zrobione',
    toDo: 'Do zrobienia',
  },
  day: dayMonthYear(months),
  clock: clockWithColon,
  moment: withComma,
}
