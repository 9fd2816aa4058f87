import { changes } from '../messages/en/changes.ts';
import { wordsOf } from '../messages/message.ts';

/** What steps in the history of a text are called, and what the text view offers. */
export const says = wordsOf('changes', changes);
