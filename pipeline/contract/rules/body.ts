export const bodyRules = {}
