import { clockWithColon, twoDigits, withComma, type Language } from './language.ts'

const months = [
  'janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho',
  'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro',
]

/** Portuguese, as in Portugal. */
export const pt: Language = {
  words: {
    by: 'Por',
    and: 'e',
    published: 'Publicado',
    updated: 'Atualizado',
    related: 'Relacionado',
    readMore: 'Ler mais',
    corrections: 'Correções e esclarecimentos',
    correctionTypes: { correction: 'Correção', clarification: 'Esclarecimento', retraction: 'Retratação', update: 'Atualização' },
    correctedNotice: 'Este artigo foi alterado desde a sua publicação.',
    labels: {
      analysis: 'Análise',
      opinion: 'Opinião',
      editorial: 'Editorial',
      review: 'Crítica',
      obituary: 'Obituário',
      live: 'Em direto',
      correction: 'Correção',
      sponsored: 'Patrocinado',
      paid: 'Conteúdo pago',
    },
    footnotes: 'Notas',
    backToText: 'Voltar à referência',
    footnote: 'Nota',
    watch: 'Ver',
    listen: 'Ouvir',
    openEmbed: 'Ver o original',
    credit: 'Foto',
    note: 'Nota da redação',
    factBox: 'Em resumo',
    gallery: 'Galeria',
    table: 'Tabela',
    skipToContent: 'Ir para o artigo',
    contents: 'Índice',
    cover: 'Capa',
    page: 'Página',
    pageOf: 'de',
    links: 'Ligações',
    gated: {
      metered: 'Registe-se ou assine para ler o resto deste artigo.',
      subscriber: 'O resto deste artigo é para assinantes.',
    },
    rights: 'Direitos',
    topics: 'Temas',
    sections: 'Secções',
    frontPage: 'Primeira página',
    alsoAs: 'Também disponível em',
    completed: 'Feito',
    toDo: 'Por fazer',
  },
  day: ({ day, month, year }) => `${day} de ${months[month - 1]} de ${year}`,
  clock: clockWithColon,
  moment: withComma,
}

/** Portuguese, as in Brazil. */
export const ptBR: Language = {
  ...pt,
  words: {
    ...pt.words,
    readMore: 'Leia mais',
    correctedNotice: 'Este texto foi alterado depois de publicado.',
    labels: { ...pt.words.labels, live: 'Ao vivo' },
    links: 'Links',
    gated: {
      metered: 'Cadastre-se ou assine para ler o restante deste texto.',
      subscriber: 'O restante deste texto é exclusivo para assinantes.',
    },
    sections: 'Editorias',
    toDo: 'A fazer',
  },
  clock: ({ hour, minute }) => `${hour}h${twoDigits(minute)}`,
  moment: (day, clock) => `${day} às ${clock}`,
}
