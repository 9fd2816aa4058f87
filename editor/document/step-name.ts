import type { StepNoun, StepVerb } from '#compiler/edits';
import { steps } from '../messages/en/steps.ts';
import { wordsOf } from '../messages/message.ts';
import { TYPING_LABEL } from './history.ts';
import { says } from './says.ts';

/** Every step of the compiler's has its messages. */
const known = steps satisfies { readonly does: Record<StepVerb, string>; readonly what: Record<StepNoun, string> };
const words = wordsOf('steps', known);

/**
 * What a step of the history is called in the language that is spoken: what is typed, and what the compiler calls itself.
 * Others are called as they were when they were made.
 */
export function stepName(label: string): string {
	if (label === TYPING_LABEL) return says.typing;
	const [verb = '', ...rest] = label.split(' ');
	const what = rest.join(' ');
	return isKey(words.does, verb) && isKey(words.what, what) ? words.does[verb]({ what: words.what[what] }) : label;
}

function isKey<T extends object>(of: T, key: string): key is keyof T & string {
	return Object.hasOwn(of, key);
}
