import { rule } from '../../messages/en/rule.ts';
import { wordsOf } from '../../messages/message.ts';

/** Everything that the rule’s screen says. */
export const words = wordsOf('rule', rule);
