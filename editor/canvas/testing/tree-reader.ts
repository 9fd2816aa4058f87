import { problemsOf, type Reading, readProgram, reread, toDocument } from '#grammar';
import { compile, type Compilation, type Symbols } from '#compiler';
import { collectSymbols } from '#compiler/testing';
import { smallestReplacement } from '../../document/controller.ts';

/**
 * A reader that leaves unchecked what it reads: the problems are those of the reading alone, and what a program means is worked
 * out for whoever asks. What is done on a canvas does to the text what it does whether names are known or not.
 */
export function treeReader(): (text: string) => Compilation {
	let last: Reading | null = null;
	return (text) => {
		last = last ? reread(last, smallestReplacement(last.text, text)) : readProgram(text);
		return unchecked(last);
	};
}

function unchecked(reading: Reading): Compilation {
	let whole: Compilation | null = null;
	let symbols: Symbols | null = null;
	const compiled = () => (whole ??= compile(reading.text));
	return {
		problems: problemsOf(reading),
		get source() {
			return reading.text;
		},
		get document() {
			return toDocument(reading);
		},
		get symbols() {
			return (symbols ??= collectSymbols(toDocument(reading).declarations));
		},
		get plan() {
			return compiled().plan;
		},
		get healthyPlan() {
			return compiled().healthyPlan;
		},
		get healthyRules() {
			return compiled().healthyRules;
		},
	};
}
