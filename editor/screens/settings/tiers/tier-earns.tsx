import { ActionIcon, Button, Popover, Stack, Tooltip } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { EarnClause } from '#grammar';
import { tierClauses } from '#compiler/service';
import { filterOf } from '../../../canvas/clause-filter.ts';
import { tailParts } from '../../../canvas/earn-tail.ts';
import { useEditing } from '../../../canvas/editing.ts';
import { EarnLine, type WrittenEarn } from '../../../canvas/formula/earn-line.tsx';
import { Sentence } from '../../../canvas/nodes/sentence.tsx';
import { EarnFields } from '../../../canvas/pickers/earn-fields.tsx';
import { Anchor, opensPopover } from '../../../panels/anchor.tsx';
import { RemoveButton } from '../parts/remove-button.tsx';
import { shownName, type TierProps } from './tier-parts.ts';
import classes from './tier-card.module.css';
import { useListFocus } from '../parts/use-list-focus.ts';
import { useRemoval } from '../parts/use-removal.ts';
import { words } from '../words.ts';

/** What a tier's members earn with every purchase, besides the rules. */
export function TierEarns({ tier, declaration }: TierProps) {
	const { compilation, perform, scope } = useEditing();
	const remove = useRemoval();
	const { item, adder, focusAt } = useListFocus();
	const name = shownName(tier);
	const earns = tier.clauses.filter((clause): clause is EarnClause => clause.kind === 'earn');
	const add = () => {
		const row = tierClauses.find(({ kind }) => kind === 'earn');
		const text = row?.fragment(scope) ?? 'earn 1';
		const done = perform({ kind: 'set-clause', declaration, clause: 'earn', index: earns.length, text });
		if (done) focusAt(earns.length);
	};
	return (
		<fieldset className={classes['earns']}>
			<legend className={classes['label']}>{words.tiers.earns}</legend>
			{earns.map((clause, index) => (
				// An earn is known by its place: its text is what the controls change.
				// oxlint-disable-next-line react/no-array-index-key
				<div key={index} className={classes['earn']} {...item}>
					<TierEarn
						name={words.tiers.earnNumbered({ number: index + 1, name })}
						earn={{
							declaration,
							clause,
							index,
							source: compilation.source.slice(clause.span.start, clause.span.end),
							filter: filterOf(clause),
						}}
						onRemove={(shown) => {
							const done = remove({ kind: 'set-clause', declaration, clause: 'earn', index, text: null }, shown);
							if (done) focusAt(index);
						}}
					/>
				</div>
			))}
			<Button
				{...adder}
				className={classes['add']}
				variant="subtle"
				size="compact-sm"
				aria-label={words.tiers.addEarnTo({ name })}
				leftSection={<IconPlus size={14} aria-hidden />}
				onClick={add}
			>
				{words.tiers.addEarn}
			</Button>
		</fieldset>
	);
}

interface TierEarnProps {
	readonly name: string;
	readonly earn: WrittenEarn;
	readonly onRemove: (name: string) => void;
}

function TierEarn({ name, earn, onRemove }: TierEarnProps) {
	const tail = tailParts(earn.clause);
	return (
		<>
			<div className={classes['line']}>
				<EarnLine earn={earn} isOpen />
				{tail.length > 0 && <Sentence parts={tail} />}
			</div>
			<EarnDetails name={name} earn={earn} />
			<RemoveButton name={name} why={null} onRemove={() => onRemove(name)} />
		</>
	);
}

/** Everything that an `earn` can say, behind a button. */
function EarnDetails({ name, earn }: Pick<TierEarnProps, 'name' | 'earn'>) {
	const id = useId();
	const target = useRef<HTMLButtonElement>(null);
	const [opened, setOpened] = useState(false);
	const label = words.tiers.earnDetails({ name });
	return (
		<>
			<Tooltip label={label} disabled={opened}>
				<ActionIcon
					ref={target}
					aria-label={label}
					{...opensPopover('dialog', id, opened)}
					onClick={() => setOpened(!opened)}
				>
					<IconAdjustmentsHorizontal size={16} aria-hidden />
				</ActionIcon>
			</Tooltip>
			{opened && (
				<Popover id={id} opened onChange={setOpened} position="bottom-end" width={360} trapFocus>
					<Popover.Target>
						<Anchor of={target} takesFocusBack />
					</Popover.Target>
					<Popover.Dropdown aria-label={label} p="md">
						<Stack gap="sm">
							<EarnFields earn={earn} />
						</Stack>
					</Popover.Dropdown>
				</Popover>
			)}
		</>
	);
}
