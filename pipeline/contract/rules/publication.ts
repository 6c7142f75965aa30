export const publicationRules = {}
