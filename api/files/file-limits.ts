/** How many files there may be: of one material, of one appeal, and of one person before filing; docs/files.md says the same. */
export const FILE_LIMITS = { ofMaterial: 10, ofAppeal: 60, unfiled: 60 } as const
