/**
 * The grammar, one rule for each construct. A rule is run over the words of one clause only (see `segments.ts`), so recovery
 * never leaves it; recovery may add a missing `,`, `(`, `)` or `=`, but no word, name or value, and it drops nothing.
 */
import { TestRules } from './examples.ts';

/** All rules of the language. Each public member reads one construct from `input`. */
export class EarnParser extends TestRules {
	constructor({ isExamined } = { isExamined: false }) {
		super({ isExamined });
		this.performSelfAnalysis();
	}
}
