import { Select } from '@mantine/core';
import { mostDecimals, type MultiplyClause, type MultiplyTarget, type Plain, print } from '#grammar';
import { multiplierPalette } from '#compiler/service';
import { useEditing } from '../../../canvas/editing.ts';
import { numberNode, wordNode } from '../../../canvas/fragments.ts';
import { DigitsInput } from '../../../canvas/pickers/digits-input.tsx';
import { termOf } from '../../../messages/service-words.ts';
import { clauseOf } from '../parts/declared.ts';
import { shownName, type TierProps } from './tier-parts.ts';
import classes from './tier-card.module.css';
import { words } from '../words.ts';

/** What a tier multiplies; the award of a rule of its own it has not. */
const targets = ['points', 'base'] as const satisfies readonly MultiplyTarget[];

const usual: Plain<MultiplyClause> = { kind: 'multiply', what: wordNode('points'), factor: numberNode('2') };

/** By how much a tier multiplies what its members earn, and of that what; empty where it does not. */
export function TierMultiplier({ tier, declaration }: TierProps) {
	const { perform } = useEditing();
	const clause = clauseOf(tier.clauses, 'multiply');
	if (clause?.on !== undefined) return null;
	const factor = clause?.factor.kind === 'number' ? clause.factor : null;
	const what = clause?.what.kind === 'word' ? clause.what.text : null;
	const write = (text: string | null) => perform({ kind: 'set-clause', declaration, clause: 'multiply', text });
	const set = (next: Partial<Plain<MultiplyClause>>) => write(print({ ...(clause ?? usual), ...next }));
	const row = rowOf(what);
	// What is written is shown, even where no tier has it.
	const offered = targets.find((target) => target === what) || what === null ? targets : [...targets, what];
	return (
		<div className={classes['multiplier']}>
			<DigitsInput
				label={words.tiers.multiplier}
				placeholder={words.tiers.noMultiplier}
				aria-label={words.tiers.multiplierOf({ name: shownName(tier) })}
				leftSection="×"
				rightSection={factor?.percent ? '%' : undefined}
				value={factor?.digits ?? ''}
				decimals={mostDecimals}
				allowEmpty
				onCommit={(digits) => (digits === '' ? write(null) : set({ factor: numberNode(digits, factor?.percent ?? false) }))}
			/>
			{clause && (
				<Select
					aria-label={words.tiers.acts}
					description={row && termOf(row).doc}
					inputWrapperOrder={['input', 'description', 'error']}
					data={offered.map((value) => ({ value, label: titleOf(value) }))}
					allowDeselect={false}
					openOnFocus={false}
					value={what}
					onChange={(next) => next !== null && set({ what: wordNode(next) })}
				/>
			)}
		</div>
	);
}

function rowOf(what: MultiplyTarget | null) {
	return multiplierPalette.find(({ shape }) => shape === what);
}

function titleOf(what: MultiplyTarget): string {
	const row = rowOf(what);
	return row ? termOf(row).title : what;
}
