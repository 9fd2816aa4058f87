import { text } from '../../messages/en/text.ts';
import { wordsOf } from '../../messages/message.ts';

/** Everything that the screen of a program’s text says. */
export const words = wordsOf('text', text);
