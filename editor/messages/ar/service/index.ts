import type { ServiceWords } from '../../service-words.ts';
import { docs } from './docs.ts';
import { keywords } from './keywords.ts';
import { needs } from './needs.ts';
import { parts } from './parts.ts';
import { phrases } from './phrases.ts';
import { titles } from './titles.ts';

/** What the language service says, in Arabic: each phrase by its name, which is its English where it needs to know nothing. */
export const service: ServiceWords = { ...titles, ...docs, ...needs, ...keywords, ...parts, ...phrases };
