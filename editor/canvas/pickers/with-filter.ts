import { type EarnClause, type LimitClause, type MultiplyClause, type Plain, print, walk } from '#grammar';
import { nameNode } from '../fragments.ts';

type Clause = EarnClause | MultiplyClause | LimitClause;

/** A clause with another cart filter wherever it names one; a formula that names none then multiplies by it. */
export function withFilterOf({ clause }: { readonly clause: Clause }, name: string): string {
	if (clause.kind === 'multiply') return print({ ...clause, on: nameNode(name) });
	return print(namesFilter(clause) ? renamed(clause, name) : multiplied(clause, name));
}

function namesFilter(clause: Clause): boolean {
	let found = false;
	walk(clause, ({ kind }) => {
		found ||= kind === 'filter-ref' || kind === 'every-step';
	});
	return found;
}

function multiplied(clause: EarnClause | LimitClause, name: string): Plain<Clause> {
	const filter = { kind: 'filter-ref', name: nameNode(name) } as const;
	const times = (formula: EarnClause['formula']) => {
		if (formula.kind === 'missing') return filter;
		const right = formula.kind === 'binary' ? { kind: 'group', inner: formula } : formula;
		return { kind: 'binary', operator: { kind: 'word', text: '*' }, left: filter, right };
	};
	if (clause.kind === 'earn') return { ...clause, formula: times(clause.formula) } as Plain<EarnClause>;
	if (clause.most.kind !== 'limit-formula') return clause;
	return { ...clause, most: { ...clause.most, formula: times(clause.most.formula) } } as Plain<LimitClause>;
}

/** The same tree with another name wherever a cart filter is named. */
function renamed<T>(value: T, name: string): Plain<T> {
	if (Array.isArray(value)) return value.map((each: unknown) => renamed(each, name)) as Plain<T>;
	if (typeof value !== 'object' || value === null) return value as Plain<T>;
	const kind = (value as { readonly kind?: string }).kind;
	const entries = Object.entries(value).map(([key, each]: [string, unknown]) => {
		const isName = (kind === 'filter-ref' && key === 'name') || (kind === 'every-step' && key === 'filter');
		return [key, isName ? nameNode(name) : renamed(each, name)];
	});
	return Object.fromEntries(entries) as Plain<T>;
}
