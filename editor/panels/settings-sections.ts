/** The sections of the settings, as they stand in addresses and in the order in which they are listed. */
export const SECTIONS = ['general', 'tiers', 'filters', 'groups', 'spending', 'attributes', 'tests'] as const;

/** One of the sections of the settings. */
export type SectionName = (typeof SECTIONS)[number];
