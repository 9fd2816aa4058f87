import type { Document } from '#grammar';
import type { Expectation, Explanation } from '#compiler';

/** What a test of a sample expects: of every rule that gave something, of the tier, of the rule that is looked at, and in all. */
export function expectsOf({ awards }: Explanation, rule: string): Expectation['what'][] {
	const own = awards.filter(({ recipient }) => recipient === 'member').map(({ source }) => source);
	const rules = new Set([rule, ...own.flatMap(({ kind, name }) => (kind === 'rule' ? [name] : []))]);
	const tier = own.some(({ kind }) => kind === 'tier');
	return [
		...[...rules].map((name) => ({ kind: 'rule' as const, name })),
		...(tier ? [{ kind: 'tier' as const }] : []),
		{ kind: 'total' },
	];
}

/** The names that tests have. */
export function namesOfTests({ declarations }: Document): string[] {
	return declarations.flatMap((each) => (each.kind === 'test' && each.name.kind === 'name' ? [each.name.text] : []));
}
