import type { Phrase, Problem, Recipient, Span } from '#grammar';
import type { RuleChange } from '../evaluate/nearest/index.ts';
import type { RuleTrace } from '../evaluate/outcome.ts';

/** What came of one `test` declaration. */
export type TestResult = PassedTest | FailedTest | StoppedTest;

/** A test that was run. */
interface ProvenTest {
	readonly name: string;
	/** Of the whole declaration. */
	readonly span: Span;
	/** In the order of the text. */
	readonly expectations: readonly Expectation[];
}

/** Every expectation held. */
export interface PassedTest extends ProvenTest {
	readonly kind: 'passed';
}

/** An expectation did not hold. */
export interface FailedTest extends ProvenTest {
	readonly kind: 'failed';
}

/** A test that could not be run. */
export type StoppedTest = Obstacle & {
	readonly name: string;
	/** Of the whole declaration. */
	readonly span: Span;
};

/** What keeps a test from being run. */
export interface Obstacle {
	/** The program has errors, what the test tells of cannot happen, or it leaves out what it takes. */
	readonly kind: 'refused';
	/** A sentence or two, in English. */
	readonly reason: string;
	/** The same as data, for other languages. */
	readonly says: Phrase;
	/** What is wrong with the program, which is told behind it. */
	readonly problem?: Problem;
	/** The part of the text that it is about. */
	readonly at: Span;
}

/** One `expect` and what came of it. */
export interface Expectation {
	/** Of the clause. */
	readonly span: Span;
	/**
	 * What is expected of what: of a rule by its name, of the tier of the member, or of everything together what they earned, after
	 * returns what stands of it; of the balance in the end; of points what they pay.
	 */
	readonly what:
		| { readonly kind: 'rule'; readonly name: string }
		| { readonly kind: 'tier' | 'total' | 'balance' | 'paid with points' };
	/** Which side of a referral gets the points, where that is said; null: whose test it is, the referrer on a referral. */
	readonly recipient: Recipient | null;
	readonly holds: boolean;
	/** Points, or money where points pay, as decimal text with the program's decimals; as written where these are too few for it. */
	readonly expected: string;
	/** As decimal text. */
	readonly got: string;
	/** Where the points that were got come from, or why there are none, in a few English sentences. */
	readonly reason: string;
	/** The same as data, for other languages. */
	readonly why: Why;
}

/** Why points came as they did. */
export interface Why {
	/** A rule that gave nothing, with the nearest change by which it would have; it is told first. */
	readonly whyNot: { readonly trace: RuleTrace; readonly change: RuleChange | null } | null;
	/** The sentences behind it. */
	readonly says: readonly Phrase[];
}
