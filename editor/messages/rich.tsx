import { Fragment, type ReactNode } from 'react';

/** Encloses the name of a part inside a finished message; no keyboard writes these. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const PART = /[\u2067\u2068]?\uE000(\w+)\uE001\u2069?/;

interface RichProps<Name extends string> {
	/** The message, as a function of its values. */
	readonly say: (values: Readonly<Record<Name, string>>) => string;
	/** What stands in the place of each value. */
	readonly parts: Readonly<Record<Name, ReactNode>>;
}

/** A message in which some values are more than words: a key, a name by itself, a number set in bold. */
export function Rich<Name extends string>({ say, parts }: RichProps<Name>) {
	const names = Object.keys(parts) as Name[];
	const marks = Object.fromEntries(names.map((name) => [name, `${OPEN}${name}${CLOSE}`])) as Record<Name, string>;
	// Of a text that is split by a pattern with a group, every second piece is what the group caught.
	return say(marks)
		.split(PART)
		.map((piece, at) => ({ piece, place: at, isName: at % 2 === 1 }))
		.map(({ piece, place, isName }) => (
			// Pieces never change their order.
			<Fragment key={place}>{isName ? parts[piece as Name] : piece}</Fragment>
		));
}
