import { SegmentedControl, Select, Switch } from '@mantine/core';
import { type EarnClause, type Plain, print, type Recipient } from '#grammar';
import { earnParts } from '#compiler/service';
import { useEditing } from '../editing.ts';
import { EarnLine, type WrittenEarn } from '../formula/earn-line.tsx';
import { nameNode, numberNode, wordNode } from '../fragments.ts';
import { DigitsInput } from './digits-input.tsx';
import { FilterField } from './filter-field.tsx';
import { says } from './says.ts';
import { termOf } from '../../messages/service-words.ts';

function docOf(part: 'atLeast' | 'exempt'): string {
	const row = earnParts.find((each) => each.part === part);
	return row ? termOf(row).doc : '';
}

const recipients: readonly (Recipient | 'member')[] = ['member', 'referrer', 'referred'];

interface EarnFieldsProps {
	readonly earn: WrittenEarn;
	/** It answers to a referral, where either of two members may be given the points. */
	readonly ofReferral?: boolean;
}

/** A formula or full steps, and what may follow either: a floor, no multipliers, who gets it. */
export function EarnFields({ earn, ofReferral = false }: EarnFieldsProps) {
	const { compilation, perform, scope } = useEditing();
	const { declaration, clause, index } = earn;
	const write = (next: { readonly [K in keyof Plain<EarnClause>]?: Plain<EarnClause>[K] | undefined }) => {
		const merged = Object.entries({ ...clause, ...next }).filter(([, value]) => value !== undefined);
		const text = print(Object.fromEntries(merged) as unknown as Plain<EarnClause>);
		return { kind: 'set-clause', declaration, clause: 'earn', index, text } as const;
	};
	const set = (next: Parameters<typeof write>[0]) => void perform(write(next));
	const filter = earn.filter ?? scope.filters[0];
	const turn = (to: string) => {
		if (to === 'formula') set({ every: undefined });
		else if (filter !== undefined) set({ formula: numberNode('1'), every: stepNode(filter) });
	};
	const floor = clause.atLeast;
	const to = clause.recipient?.kind === 'word' ? clause.recipient.text : 'member';
	return (
		<>
			<SegmentedControl
				fullWidth
				size="xs"
				aria-label={says.howCounted}
				value={clause.every ? 'steps' : 'formula'}
				data={[
					{ value: 'formula', label: says.byFormula },
					{ value: 'steps', label: says.bySteps, disabled: filter === undefined },
				]}
				onChange={turn}
			/>
			<EarnLine earn={earn} isOpen />
			{clause.every && (
				<FilterField
					value={clause.every.filter.kind === 'name' ? clause.every.filter.text : null}
					use={(name) => write({ every: { ...(clause.every ?? stepNode(name)), filter: nameNode(name) } })}
				/>
			)}
			<Switch
				size="sm"
				label={says.atLeast}
				description={docOf('atLeast')}
				checked={floor !== undefined}
				onChange={(event) => set({ atLeast: event.currentTarget.checked ? numberNode('5') : undefined })}
			/>
			{floor && (
				<DigitsInput
					label={says.leastPoints}
					value={floor.kind === 'number' ? floor.digits : ''}
					decimals={compilation.healthyPlan?.program.pointDecimals ?? 0}
					onCommit={(digits) => set({ atLeast: numberNode(digits) })}
				/>
			)}
			<Switch
				size="sm"
				label={says.withoutMultipliers}
				description={docOf('exempt')}
				checked={clause.exempt !== undefined}
				onChange={(event) => set({ exempt: event.currentTarget.checked ? wordNode('without multipliers') : undefined })}
			/>
			{(ofReferral || clause.recipient) && (
				<Select
					label={says.goesTo}
					data={recipients.map((value) => ({ value, label: says.recipients[value] }))}
					value={to}
					allowDeselect={false}
					openOnFocus={false}
					comboboxProps={{ withinPortal: false }}
					onChange={(next) => set({ recipient: next === 'member' || next === null ? undefined : wordNode(next) })}
				/>
			)}
		</>
	);
}

function stepNode(filter: string): NonNullable<Plain<EarnClause>['every']> {
	return { kind: 'every-step', step: numberNode('10'), filter: nameNode(filter) };
}
