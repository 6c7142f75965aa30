export const cardRules = {}
