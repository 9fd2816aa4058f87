/** What sentences want to know: English ones by their rows, others by their messages. */
import { IntlMessageFormat } from 'intl-messageformat';
import { argumentsOf } from '../message.ts';

/** An English sentence as its row makes it. */
export type Sentence = (parts: never) => unknown;

/** The arguments that an English sentence reads, whether they are there or not. */
export function argumentsRead(sentence: Sentence | undefined): string[] {
	const names = new Set<string>();
	for (const value of ['x', '']) {
		const parts = new Proxy({}, { get: (_, name) => (names.add(String(name)), value) });
		(sentence as ((parts: object) => unknown) | undefined)?.(parts);
	}
	return [...names];
}

/** The arguments that a message wants to know. */
export function wantedBy(message: string): string[] {
	return argumentsOf(new IntlMessageFormat(message, 'ar', undefined, { ignoreTag: true }).getAst());
}
