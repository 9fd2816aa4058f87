/** Gestures at random: what is chosen in pickers and in the chips of formulas. */
import {
	type Condition,
	type Day,
	type EarnClause,
	type LimitClause,
	type MultiplyClause,
	type Plain,
	print,
	type PlainNode,
} from '#grammar';
import type { ClauseKind, Operation } from '#compiler/edits';
import type { Chance } from '#compiler/edits/testing';
import { events, limitPeriods } from '#compiler/service';
import { draftOf, emptyDraft, filterNode } from '../filters/filter-draft.ts';
import { copyForRule } from '../filters/filter-copy.ts';
import {
	addsUp,
	allChips,
	type Chip,
	chipsOf,
	frame,
	insertAfter,
	isValueChip,
	removeValue,
	replaceChip,
	replaceFilter,
	unframe,
} from '../formula-chips.ts';
import {
	aboutNode,
	activeNode,
	dayTimeNode,
	daysNode,
	nameNode,
	numberNode,
	priorityNode,
	statusNode,
	storeNode,
	testNode,
	timesNode,
	withNames,
	withWindow,
	wordNode,
} from '../fragments.ts';
import { connection, reads, targetsOf } from '../pickers/connection.ts';
import { programNames } from '../program-names.ts';
import { setStatus } from '../schedule-edits.ts';
import { conditionsOf } from '../view.ts';
import { instead, type Picture, printed, treeOf } from './picture.ts';
import { anyOf, type Canvas, type Draw, kindOf, onSeveral } from './random-gestures.ts';

type OfKind<K, C = Condition> = C extends { readonly kind: infer Own } ? (K extends Own ? C : never) : never;

/** A choice in the picker of a condition. */
function choose<K extends Condition['kind']>(
	kinds: readonly K[],
	change: (condition: OfKind<K>, chance: Chance, canvas: Canvas) => Plain<Condition> | null,
): Draw {
	return (chance, canvas) => {
		const fits = conditionsOf(canvas.view).filter(({ condition }) => (kinds as readonly string[]).includes(condition.kind));
		const element = anyOf(chance, fits);
		const next = element && change(element.condition as OfKind<K>, chance, canvas);
		if (!next) return null;
		const { path } = element;
		const wish: Operation = { kind: 'set-condition', declaration: canvas.declaration, condition: path, text: print(next) };
		const leads = (before: Picture) => ({ ...before, conditions: instead(before.conditions, path, [treeOf(next)]) });
		return { about: element.condition.kind, wish, leads };
	};
}

const WEEK: readonly Day[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const digits = (chance: Chance) => chance.pick(['7', '12.5', '250']);
const whole = (chance: Chance) => chance.pick(['2', '14']);

const days = choose(['day-time'], (condition, chance) => {
	const chosen = WEEK.filter(() => chance.happens(50));
	const next = dayTimeNode(
		daysNode(chosen.length > 0 ? chosen : ['Fri']),
		chance.happens(50) ? timesNode(540, 1_320) : null,
	);
	const { alternatives } = condition;
	const at = chance.below(alternatives.length + 1);
	return { ...condition, alternatives: alternatives.toSpliced(at, chance.below(2), next as never) };
});

const memberships = choose(['order-type', 'channel', 'segment', 'tier'], (condition, chance, { compilation }) => {
	const known = programNames(compilation, condition.kind);
	const names = [...known.map(({ text }) => text), 'Elsewhere'].filter(() => chance.happens(60));
	return names.length === 0 ? null : withNames(condition, chance.happens(50), names, known);
});

const stores = choose(['store'], (condition, chance) => {
	const places = [...condition.places, storeNode(chance.pick(['store', 'chain']), chance.pick(['dxb', 'a "mall"']))];
	return { ...condition, negated: chance.happens(50), places };
});

const tests = (chance: Chance) =>
	testNode(
		chance.happens(30)
			? { operator: 'between', low: '1', high: '9.5' }
			: { operator: chance.pick(['>=', '<', '!=']), value: digits(chance) },
	);

const amounts = choose(['spend', 'quantity'], (condition, chance, { scope }) =>
	chance.happens(50)
		? { ...condition, test: tests(chance) }
		: { ...condition, filter: nameNode(chance.pick(scope.filters)) },
);

const windows = choose(['birthday', 'anniversary'], (condition, chance) =>
	withWindow(condition, chance.pick(['today', 'this month', { days: '7' }] as const)),
);

const purchases = choose(['purchase-number'], (condition, chance) =>
	chance.happens(50) ? { ...condition, isEvery: !condition.isEvery } : { ...condition, number: numberNode(whole(chance)) },
);

const facts = choose(['member-fact'], (condition, chance) =>
	chance.happens(50)
		? { ...condition, fact: wordNode(chance.pick(['balance', 'lifetime spend'] as const)) }
		: { ...condition, test: tests(chance) },
);

const attributes = choose(['attribute'], (condition, chance) => {
	if (chance.happens(50)) return { ...condition, test: tests(chance) };
	const values = ['cash', 'قسيمة'].map((value) => nameNode(value));
	return { ...condition, test: { kind: 'attribute-is', negated: chance.happens(50), values } };
});

/** A clause that a rule has once: set, or taken away with null. */
function single(
	clause: 'about' | 'active' | 'status' | 'priority' | 'exclusive',
	node: (chance: Chance, canvas: Canvas) => PlainNode | null,
): Draw {
	return (chance, { declaration, view }) => {
		const next = node(chance, { declaration, view } as Canvas);
		const wish: Operation = { kind: 'set-clause', declaration, clause, text: next && print(next) };
		return { about: clause, wish, leads: (before) => ({ ...before, [clause]: next && printed(next) }) };
	};
}

const about = single('about', (chance) =>
	chance.happens(25) ? null : aboutNode(chance.pick(['Why "so"', 'وصف', 'a // b'])),
);
const moments = [
	null,
	{ year: 2026, month: 2, day: 7, minute: null },
	{ year: 2026, month: 12, day: 31, minute: 1_080 },
] as const;
const dates = single('active', (chance, { view }) => {
	const [from, until] = [chance.pick(moments), chance.pick(moments)];
	return from || until ? activeNode(from, until, view.schedule.active?.by) : null;
});
const priority = single('priority', (chance) =>
	chance.happens(25) ? null : priorityNode(whole(chance), chance.happens(30)),
);
const exclusive = single('exclusive', (chance) =>
	chance.happens(25) ? null : { kind: 'exclusive', set: nameNode(chance.pick(['Deals', 'lunch'])) },
);

const status: Draw = (chance, { declaration, view }) => {
	const enabled = chance.happens(50);
	const wish = setStatus(declaration, view.schedule, enabled);
	const written = enabled && !view.schedule.status ? null : printed(statusNode(enabled ? 'enabled' : 'disabled'));
	return { about: 'status', wish, leads: (before) => ({ ...before, status: written }) };
};

const newSet: Draw = (_, { declaration, scope }) => {
	const set = nameNode('A new set');
	if (scope.exclusives.includes(set.text)) return null;
	const use = print({ kind: 'exclusive', set });
	const declared = print({ kind: 'exclusive-declaration', name: set, picks: wordNode('highest points') });
	const wish: Operation[] = [
		{ kind: 'set-clause', declaration, clause: 'exclusive', text: use },
		{ kind: 'add-exclusive', text: declared },
	];
	return { about: 'exclusive', wish, leads: (before) => ({ ...before, exclusive: use }) };
};

const event: Draw = (chance, { declaration }) => {
	const { kind } = chance.pick(events);
	const text =
		kind === 'purchase' ? '' : kind === 'custom' ? 'on event "survey_done"' : kind === 'any' ? 'on any event' : `on ${kind}`;
	return {
		about: kind,
		wish: { kind: 'set-head', declaration, text },
		leads: (before) => ({ ...before, event: text === '' ? null : text.slice('on '.length) }),
	};
};

const campaign: Draw = (chance, { declaration, view }) => {
	if (!view.campaign) return null;
	const clauses: readonly (readonly [ClauseKind, string | null])[] = [
		['status', print(statusNode(chance.pick(['enabled', 'disabled'])))],
		['active', print(activeNode(moments[1], moments[2]))],
		['active', null],
		['budget', print({ kind: 'budget', points: numberNode('900') })],
		['multiply', print({ kind: 'multiply', what: wordNode('points'), factor: numberNode('2') })],
	];
	const [clause, text] = chance.pick(clauses);
	const wish: Operation = { kind: 'set-clause', declaration: [[declaration].flat()[0] ?? 0], clause, text };
	return { about: clause, wish, leads: (before) => before };
};

const rename: Draw = (chance, { declaration, scope }) => {
	const name = chance.pick(['Another name', 'اسم', 'say "so"']);
	return scope.rules.includes(name)
		? null
		: { about: 'rule', wish: { kind: 'rename-rule', declaration, name }, leads: (before) => before };
};

const connect: Draw = (chance, { declaration, view, scope }) => {
	const target = anyOf(chance, targetsOf(view));
	if (!target || !reads(target)) return null;
	const wish = connection(declaration, target, chance.pick(scope.filters));
	return { about: kindOf(target), wish, leads: null };
};

const editFilter: Draw = (chance, canvas) => {
	const fits = canvas.view.filters.flatMap(({ declaration, name }) => {
		const draft = declaration && draftOf(declaration);
		return draft ? [{ declaration, draft, name }] : [];
	});
	const one = anyOf(chance, fits);
	if (!one) return null;
	const draft = { ...one.draft, include: [{ by: 'category', names: ['Food', 'قهوة'] }] } as typeof one.draft;
	const at = canvas.compilation.document.declarations.indexOf(one.declaration);
	const text = print(filterNode(draft));
	if (chance.happens(50))
		return { about: 'filter', wish: { kind: 'set-filter', declaration: at, text }, leads: (before) => before };
	return { about: 'a copy', wish: copyForRule(canvas, one.name, draft), leads: null };
};

const newFilter: Draw = (chance, canvas) => {
	const target = anyOf(chance, targetsOf(canvas.view));
	const name = 'On the way';
	if (!target || canvas.scope.filters.includes(name)) return null;
	const draft = { ...emptyDraft(name), include: [{ by: 'category', names: ['Food'] }] } as const;
	const wish: Operation[] = [
		connection(canvas.declaration, target, name),
		{ kind: 'add-filter', text: print(filterNode(draft)) },
	];
	return { about: kindOf(target), wish, leads: null };
};

/** A clause that is printed anew with something changed. */
function onClause<T extends EarnClause | LimitClause | MultiplyClause>(
	kind: T['kind'],
	change: (clause: T, chance: Chance, canvas: Canvas) => Plain<T>,
): Draw {
	return onSeveral(
		(canvas, { clause, index }, chance) => {
			const next = change(clause as T, chance, canvas) as PlainNode;
			const wish: Operation = {
				kind: 'set-clause',
				declaration: canvas.declaration,
				clause: kind,
				index,
				text: print(next),
			};
			return { wish, list: (list) => list.with(index, printed(next)) };
		},
		({ clause }) => clause.kind === kind,
	);
}

const earn = onClause<EarnClause>('earn', (clause, chance, { scope }) => {
	const { every, formula, recipient } = clause as Plain<EarnClause>;
	const step = { kind: 'every-step', step: numberNode('10'), filter: nameNode(chance.pick(scope.filters)) } as const;
	const kept = chance.happens(50) ? { formula, ...(every && { every }) } : { formula: numberNode('1'), every: step };
	const floor = chance.happens(50) ? { atLeast: numberNode(whole(chance)) } : {};
	const free = chance.happens(50) ? { exempt: wordNode('without multipliers') } : {};
	return { kind: 'earn', ...kept, ...floor, ...free, ...(recipient && { recipient }) };
});

const limit = onClause<LimitClause>('limit', (clause, chance) => {
	const per = chance.happens(30)
		? { kind: 'rolling', days: numberNode('30') }
		: wordNode(chance.pick(limitPeriods.filter(({ period }) => period !== 'rolling' && period !== 'transaction')).period);
	if (chance.happens(50))
		return { kind: 'limit', most: { kind: 'limit-times', times: numberNode(whole(chance)) }, per } as Plain<LimitClause>;
	const nothing = chance.happens(30) ? { orNothing: wordNode('or nothing') } : {};
	return {
		...(clause.most.kind === 'limit-points' && clause),
		kind: 'limit',
		most: { kind: 'limit-points', points: numberNode(whole(chance)) },
		per,
		...nothing,
	} as Plain<LimitClause>;
});

const multiply = onClause<MultiplyClause>('multiply', (clause, chance) => ({
	...clause,
	what: wordNode(chance.pick(['points', 'base', 'this'] as const)),
	factor: numberNode(digits(chance)),
}));

/** What the chips of a formula do to the text of their clause. */
const chips = onSeveral(
	({ declaration, scope }, element, chance) => {
		const { clause, index, source, span } = element;
		const formula =
			clause.kind === 'earn'
				? clause.formula
				: clause.kind === 'limit' && clause.most.kind === 'limit-formula'
					? clause.most.formula
					: null;
		if (!formula) return { wish: null, list: null };
		const text = { source, start: span.start };
		const line = chipsOf(formula);
		const changed = chance.pick(chipEdits)(chance, text, line, scope.filters);
		const kind = clause.kind as 'earn' | 'limit';
		return {
			wish: changed === null ? null : { kind: 'set-clause', declaration, clause: kind, index, text: changed },
			list: null,
		};
	},
	({ kind }) => kind !== 'multiply',
);

type ChipEdit = (
	chance: Chance,
	clause: { source: string; start: number },
	line: readonly Chip[],
	filters: readonly string[],
) => string | null;

const chipEdits: readonly ChipEdit[] = [
	(chance, clause, line) => {
		const chip = anyOf(
			chance,
			allChips(line).filter(({ kind }) => kind === 'number' || kind === 'hole'),
		);
		return chip && replaceChip(clause, chip, digits(chance));
	},
	(chance, clause, line) => {
		const chip = anyOf(
			chance,
			allChips(line).filter(({ kind }) => kind === 'operator'),
		);
		return chip && replaceChip(clause, chip, chance.pick(['+', '-', '*', '/']));
	},
	(chance, clause, line, filters) =>
		allChips(line).some(({ kind }) => kind === 'filter')
			? replaceFilter(clause, line, print(nameNode(chance.pick(filters))))
			: null,
	(chance, clause, line) => {
		const chip = anyOf(chance, line.filter(isValueChip));
		return chip && removeValue(clause, line, chip);
	},
	(chance, clause, line) => insertAfter(clause, line.at(-1) as Chip, chance.pick(['+', '*']), '10'),
	(_, clause, line) => (addsUp(line) ? frame(clause, line, '*', '2') : frame(clause, [line[0] as Chip])),
	(_, clause, line) => {
		const chip = allChips(line).find((each): each is Extract<Chip, { kind: 'frame' }> => each.kind === 'frame');
		return chip ? unframe(clause, chip) : null;
	},
];

/** What pickers and chips do, by name. */
export const pickerGestures: Readonly<Record<string, Draw>> = {
	'choose days and times': days,
	'choose names': memberships,
	'choose stores': stores,
	'choose an amount': amounts,
	'choose a day of the member': windows,
	'choose a purchase': purchases,
	'choose a fact': facts,
	'choose an attribute': attributes,
	describe: about,
	'choose dates': dates,
	'choose a priority': priority,
	'choose a set': exclusive,
	'make a set': newSet,
	'switch on or off': status,
	'choose what starts it': event,
	'change the campaign': campaign,
	rename,
	connect,
	'change a filter': editFilter,
	'make a filter': newFilter,
	'change an earn': earn,
	'change a limit': limit,
	'change a multiplier': multiply,
	'change a formula': chips,
};
