/** What a full run of the random tests must reach: each operation on each construct that it is for. */
import { conditionKinds } from './conditions.ts';
import { clauses } from './pieces.ts';
import { declarationNouns } from './programs.ts';

const nouns = [...declarationNouns, 'tier', 'rule of campaign'];
const repeated = [
	'limit of program',
	'earn of tier-declaration',
	'multiply of campaign',
	'limit of campaign',
	'earn of rule',
	'multiply of rule',
	'limit of rule',
	'test-return of test',
	'test-spend of test',
	'expect of test',
	'test-fact of test-member',
	'test-attribute of test-member',
	'test-fact of test-event',
	'test-line of test-event',
	'test-attribute of test-event',
];
const clauseKinds = Object.entries(clauses).flatMap(([holder, kinds]) =>
	Object.keys(kinds).map((kind) => `${kind} of ${holder}`),
);
const groups = ['any', 'all', 'not'];
const leaves = clauseKinds.filter((key) => !/^(when|test-member|test-event) of/.test(key));

function each(what: string, about: readonly string[]): string[] {
	return about.map((key) => `${what}: ${key}`);
}

/** The keys of the table of shares that must occur. */
export const coverage: readonly string[] = [
	...each('add-condition', ['rule', 'when', ...groups]),
	...each('set-condition', conditionKinds),
	...each('remove-condition', conditionKinds),
	...each('move-condition', conditionKinds),
	...each('carry-condition', conditionKinds),
	...each('wrap-condition', conditionKinds),
	...each('unwrap-condition', groups),
	...each('negate-condition', conditionKinds),
	...each('set-clause', clauseKinds),
	...each('add-clause', clauseKinds),
	...each('remove-clause', clauseKinds),
	...each('move-clause', repeated),
	...each('set-head', ['rule', 'tiers', 'tier-declaration', 'test-event']),
	...each('set-text', [
		...leaves,
		...conditionKinds.filter((kind) => !groups.includes(kind)).map((kind) => `${kind} of condition`),
	]),
	...each(
		'add',
		nouns.filter((noun) => noun !== 'program'),
	),
	...each('set', nouns),
	...each('set-comments', ['rule', 'campaign', 'filter', 'when', 'any', 'spend', 'earn', 'limit']),
	...each('remove', nouns),
	...each('move', nouns),
	...each('carry-rule', ['document to campaign', 'campaign to document', 'campaign to campaign']),
	...each(
		'rename',
		nouns.filter((noun) => !['tiers', 'redemption', 'expiry'].includes(noun)),
	),
	...each('duplicate', ['rule', 'rule of campaign', 'filter', 'test']),
];
