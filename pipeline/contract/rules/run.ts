export const runRules = {}
