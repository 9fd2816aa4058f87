import { panels } from '../messages/en/panels.ts';
import { wordsOf } from '../messages/message.ts';

/** Everything that the panels say which several screens share. */
export const words = wordsOf('panels', panels);
