export const ampRules = {}
