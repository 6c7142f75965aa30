export const htmlRules = {}
