import { Group, SegmentedControl, Select, Switch } from '@mantine/core';
import { type LimitClause, type LimitPeriod, type Plain, print } from '#grammar';
import type { Operation, Path } from '#compiler/edits';
import { limitPeriods } from '#compiler/service';
import { termOf } from '../../messages/service-words.ts';
import { useEditing } from '../editing.ts';
import { chipsOf } from '../formula-chips.ts';
import { FormulaLine } from '../formula/formula-line.tsx';
import { numberNode, wordNode } from '../fragments.ts';
import { DigitsInput } from './digits-input.tsx';
import { FilterField } from './filter-field.tsx';
import { says } from './says.ts';
import { withFilterOf } from './with-filter.ts';

type Most = 'limit-points' | 'limit-times' | 'limit-formula';

const kinds = ['limit-points', 'limit-times', 'limit-formula'] as const;

/** A limit that is written, and where. */
export interface WrittenLimit {
	/** Whose it is: a rule's own, or one that all rules of a campaign or of the program share. */
	readonly of: 'rule' | 'campaign' | 'program';
	/** What the limit stands in. */
	readonly declaration: Path;
	readonly clause: LimitClause;
	/** Its place among the limits there. */
	readonly index: number;
	/** The exact text of the clause. */
	readonly source: string;
	/** The cart filter of a limit by spend. */
	readonly filter: string | null;
}

/** What a limit counts, how much of it, and over which time, as fields that act at once. */
export function LimitFields({ limit }: { readonly limit: WrittenLimit }) {
	const { perform, scope } = useEditing();
	const { clause, index, declaration, filter } = limit;
	const write = (text: string) => ({ kind: 'set-clause', declaration, clause: 'limit', index, text }) as const;
	const set = (next: Partial<Plain<LimitClause>>) => void perform(write(print({ ...clause, ...next })));
	const most = clause.most.kind === 'missing' ? 'limit-points' : clause.most.kind;
	const [offered] = scope.filters;
	// How often something counts is a matter of one rule.
	const isUnfit = (kind: Most) =>
		kind === 'limit-formula' ? offered === undefined : limit.of !== 'rule' && kind === 'limit-times';
	const turn = (to: Most) => {
		if (isUnfit(to)) return;
		set(turned(clause, to, offered ?? ''));
	};
	return (
		<>
			<SegmentedControl
				fullWidth
				size="xs"
				aria-label={says.whatIsLimited}
				value={most}
				data={kinds.map((kind) => ({ value: kind, label: says.limitKinds[kind], disabled: isUnfit(kind) }))}
				onChange={turn}
			/>
			<MostFields limit={limit} set={set} write={write} />
			<PeriodFields clause={clause} set={set} />
			{most === 'limit-points' && (
				<Switch
					size="sm"
					label={says.allOrNothing}
					description={says.allOrNothingHint}
					checked={clause.orNothing !== undefined}
					onChange={(event) => set({ orNothing: event.currentTarget.checked ? wordNode('or nothing') : undefined } as never)}
				/>
			)}
			{clause.most.kind === 'limit-formula' && (
				<FilterField value={filter} use={(name) => write(withFilterOf(limit, name))} />
			)}
		</>
	);
}

/** What a limit's period means, as a sentence. */
export function periodNote({ per }: LimitClause): string | undefined {
	const period = per.kind === 'rolling' ? 'rolling' : per.kind === 'word' ? per.text : null;
	const row = limitPeriods.find((each) => each.period === period);
	return row && termOf(row).doc;
}

interface FieldsProps {
	readonly set: (next: Partial<Plain<LimitClause>>) => void;
}

interface MostFieldsProps extends FieldsProps {
	readonly limit: WrittenLimit;
	readonly write: (text: string) => Operation;
}

function MostFields({ limit, set, write }: MostFieldsProps) {
	const { compilation } = useEditing();
	const { clause, source, filter } = limit;
	const { most } = clause;
	const decimals = compilation.healthyPlan?.program.pointDecimals ?? 0;
	if (most.kind === 'limit-formula') {
		return (
			<FormulaLine
				clause={{ source, start: clause.span.start }}
				chips={chipsOf(most.formula)}
				filter={filter}
				write={write}
				isOpen
			/>
		);
	}
	const isTimes = most.kind === 'limit-times';
	const number = most.kind === 'limit-points' ? most.points : most.kind === 'limit-times' ? most.times : null;
	return (
		<DigitsInput
			label={isTimes ? says.mostTimes : says.mostPoints}
			data-autofocus
			value={number?.kind === 'number' ? number.digits : isTimes && !number ? '1' : ''}
			decimals={isTimes ? 0 : decimals}
			onCommit={(digits) =>
				set({ most: isTimes ? timesNode(digits) : { kind: 'limit-points', points: numberNode(digits) } })
			}
		/>
	);
}

function PeriodFields({ clause, set }: FieldsProps & { readonly clause: LimitClause }) {
	const { most, per } = clause;
	if (most.kind === 'limit-formula') return null;
	const isTimes = most.kind === 'limit-times';
	const periods = limitPeriods.filter(({ period }) => !(isTimes && period === 'transaction'));
	const value = per.kind === 'rolling' ? 'rolling' : per.kind === 'word' ? per.text : null;
	const days = per.kind === 'rolling' && per.days.kind === 'number' ? per.days.digits : '7';
	const change = (to: string) => set({ per: to === 'rolling' ? rollingNode(days) : wordNode(to as LimitPeriod) });
	return (
		<Group grow gap="xs" align="flex-start">
			<Select
				label={says.inEach}
				data={periods.map((row) => ({ value: row.period, label: termOf(row).title }))}
				value={value}
				allowDeselect={false}
				openOnFocus={false}
				comboboxProps={{ withinPortal: false }}
				onChange={(next) => next !== null && change(next)}
			/>
			{per.kind === 'rolling' && (
				<DigitsInput label={says.days} value={days} decimals={0} onCommit={(digits) => set({ per: rollingNode(digits) })} />
			)}
		</Group>
	);
}

function timesNode(digits: string): Plain<LimitClause>['most'] {
	return digits === '1' ? { kind: 'limit-times' } : { kind: 'limit-times', times: numberNode(digits) };
}

function rollingNode(digits: string) {
	return { kind: 'rolling', days: numberNode(digits) } as const;
}

/** The same limit of another kind, with a period that the kind can have. */
function turned({ per }: LimitClause, to: Most, filter: string): Partial<Plain<LimitClause>> {
	const isTransaction = per.kind === 'word' && per.text === 'transaction';
	if (to === 'limit-times')
		return { most: timesNode('1'), orNothing: undefined, ...(isTransaction && { per: wordNode('day') }) } as never;
	if (to === 'limit-points') return { most: { kind: 'limit-points', points: numberNode('500') } };
	return { most: formulaNode(filter), per: wordNode('transaction'), orNothing: undefined } as never;
}

function formulaNode(filter: string): Plain<LimitClause>['most'] {
	const name = { kind: 'name', text: filter, quoted: true } as const;
	const left = { kind: 'filter-ref', name } as const;
	return {
		kind: 'limit-formula',
		formula: { kind: 'binary', operator: wordNode('*'), left, right: numberNode('10') },
	};
}
