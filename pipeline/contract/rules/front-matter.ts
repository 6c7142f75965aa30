export const frontMatterRules = {}
