import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Compilation } from '#compiler';
import type { Operation } from '#compiler/edits';
import { useEditing } from '../editing.ts';
import { filterSummary } from '../filter-words.ts';
import { usesByFilter } from '../filters/filter-uses.ts';
import { NewFilter } from '../filters/new-filter.tsx';
import { sampleAmount } from '../trace.ts';
import classes from './filter-field.module.css';
import { says } from './says.ts';

interface FilterFieldProps {
	readonly label?: string;
	readonly value: string | null;
	/** `items`: only filters that choose items; `money`: only those that count money. */
	readonly needs?: FilterNeeds;
	/** Takes the focus when the picker opens. */
	readonly isFirst?: boolean;
	/** What writes a filter of this name where it is wanted. */
	readonly use: (name: string) => Operation;
	readonly onDone?: () => void;
}

type FilterNeeds = 'amount' | 'items' | 'money';

const CREATE = '\u0000create';

/** A cart filter of the program, found by its name or by what it counts, or a new one that is made on the spot. */
export function FilterField({ label = says.filter, value, needs = 'amount', isFirst, use, onDone }: FilterFieldProps) {
	const editing = useEditing();
	const [typed, setTyped] = useState<string | null>(null);
	const [creating, setCreating] = useState<string | null>(null);
	const field = useRef<HTMLInputElement>(null);
	const wasCreating = useRef(false);
	useEffect(() => {
		// The form that was here had the focus, and is gone.
		if (wasCreating.current && creating === null) field.current?.focus({ preventScroll: true });
		wasCreating.current = creating !== null;
	}, [creating]);
	const combobox = useCombobox({
		onDropdownClose: () => {
			combobox.resetSelectedOption();
			setTyped(null);
		},
	});
	const choices = useChoices(needs);
	const wanted = (typed ?? '').trim();
	const found = choices.filter(({ name, summary }) => `${name} ${summary}`.toLowerCase().includes(wanted.toLowerCase()));
	const choose = (name: string) => {
		combobox.closeDropdown();
		if (name === CREATE) return setCreating(wanted);
		if (name !== value && editing.perform(use(name))) onDone?.();
		return undefined;
	};
	if (creating !== null) {
		return (
			<NewFilter
				name={creating}
				units={needs === 'items'}
				use={use}
				onDone={() => {
					setCreating(null);
					onDone?.();
				}}
				onCancel={() => setCreating(null)}
			/>
		);
	}
	return (
		<Combobox store={combobox} withinPortal={false} onOptionSubmit={choose}>
			<Combobox.Target>
				<InputBase
					ref={field}
					label={label}
					data-autofocus={isFirst || undefined}
					placeholder={says.findFilter}
					leftSection={<IconFilter size={14} aria-hidden />}
					rightSection={<Combobox.Chevron />}
					rightSectionPointerEvents="none"
					autoComplete="off"
					value={typed ?? value ?? ''}
					// What is typed looks for another filter; it does not go on with the name of this one.
					onFocus={(event) => event.currentTarget.select()}
					onClick={() => combobox.openDropdown()}
					onBlur={() => combobox.closeDropdown()}
					onChange={(event) => {
						setTyped(event.currentTarget.value);
						combobox.openDropdown();
						combobox.selectFirstOption();
					}}
				/>
			</Combobox.Target>
			<Combobox.Dropdown>
				<Combobox.Options mah={260} style={{ overflowY: 'auto' }} aria-label={says.filters}>
					{found.map(({ name, summary, uses, amount }) => (
						<Combobox.Option key={name} value={name} active={name === value} className={classes['option']}>
							<span className={classes['name']}>
								<bdi>{name}</bdi>
								{amount !== null && <span className={classes['amount']}>{amount}</span>}
							</span>
							<span className={classes['about']}>
								{uses > 0 ? says.filterUsed({ summary, used: says.used({ count: uses }) }) : summary}
							</span>
						</Combobox.Option>
					))}
					<Combobox.Option value={CREATE} className={classes['create']}>
						<IconPlus size={14} aria-hidden />
						{wanted === '' ? says.createFilterMore : says.createNamedMore({ name: wanted })}
					</Combobox.Option>
				</Combobox.Options>
			</Combobox.Dropdown>
		</Combobox>
	);
}

function useChoices(needs: FilterNeeds) {
	const { compilation, scope, trace } = useEditing();
	return useMemo(() => {
		const counts = usesByFilter(compilation);
		const names = needs === 'money' ? scope.moneyFilters : scope.filters;
		const fits = (name: string) => needs !== 'items' || choosesItems(compilation, name);
		return names.filter(fits).map((name) => ({
			name,
			summary: filterSummary(name, compilation.symbols.filters.get(name) ?? null),
			uses: counts.get(name) ?? 0,
			amount: trace && sampleAmount(trace, name),
		}));
	}, [compilation, scope, trace, needs]);
}

function choosesItems({ symbols }: Compilation, name: string): boolean {
	return symbols.filters.get(name)?.source.kind === 'items-source';
}
