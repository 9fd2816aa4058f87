import { rules } from '../../messages/en/rules.ts';
import { wordsOf } from '../../messages/message.ts';

/** Everything that the list of rules says. */
export const words = wordsOf('rules', rules);
