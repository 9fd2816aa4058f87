import { ActionIcon, Button, Checkbox, Group, SegmentedControl, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { IconCheck, IconPlus, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { SelectorKind, TotalPart } from '#grammar';
import { selectors } from '#compiler/service';
import { amountWords } from '../amounts.ts';
import { useEditing } from '../editing.ts';
import { DigitsInput } from '../pickers/digits-input.tsx';
import type { FilterDraft, SelectorRow } from './filter-draft.ts';
import { draftOnSample } from './filter-on-sample.ts';
import classes from './filter-form.module.css';
import { Rich } from '../../messages/rich.tsx';
import { says } from '../pickers/says.ts';
import { termOf } from '../../messages/service-words.ts';

interface FilterFormProps {
	readonly draft: FilterDraft;
	readonly onChange: (draft: FilterDraft) => void;
	/** The name cannot be changed here. */
	readonly named?: boolean;
}

const parts: readonly TotalPart[] = ['taxes', 'fees', 'tip', 'points'];

/** What a cart filter counts, and what it makes of the sample while it is filled in. */
export function FilterForm({ draft, onChange, named = false }: FilterFormProps) {
	const { currency, currencyDecimals } = useEditing();
	const set = (next: Partial<FilterDraft>) => onChange({ ...draft, ...next });
	const bounds = draft.counts === 'units' ? 3 : currencyDecimals;
	return (
		<div className={classes['form']}>
			{!named && (
				<TextInput
					label={says.name}
					data-autofocus
					value={draft.name}
					onChange={(event) => set({ name: event.currentTarget.value })}
				/>
			)}
			<SegmentedControl
				fullWidth
				size="xs"
				aria-label={says.whatItCounts}
				value={draft.counts}
				data={[
					{ value: 'items', label: says.counts.items },
					{ value: 'units', label: says.counts.units },
					{ value: 'total', label: says.counts.total },
				]}
				onChange={(counts) => set({ counts })}
			/>
			{draft.counts === 'total' ? <TotalFields draft={draft} set={set} /> : <ItemFields draft={draft} set={set} />}
			<Group grow gap="xs" align="flex-start">
				<DigitsInput
					label={says.onlyAbove}
					placeholder={says.noBound}
					value={draft.above}
					decimals={bounds}
					allowEmpty
					{...(draft.counts !== 'units' && { leftSection: currency, leftSectionWidth: 48 })}
					onCommit={(above) => set({ above })}
				/>
				<DigitsInput
					label={says.upTo}
					placeholder={says.noBound}
					value={draft.upTo}
					decimals={bounds}
					allowEmpty
					{...(draft.counts !== 'units' && { leftSection: currency, leftSectionWidth: 48 })}
					onCommit={(upTo) => set({ upTo })}
				/>
			</Group>
			<SampleMatches draft={draft} />
		</div>
	);
}

interface FieldsProps {
	readonly draft: FilterDraft;
	readonly set: (next: Partial<FilterDraft>) => void;
}

function TotalFields({ draft, set }: FieldsProps) {
	return (
		<>
			<Checkbox.Group
				label={says.without}
				value={[...draft.without]}
				onChange={(values) => set({ without: parts.flatMap((value) => (values.includes(value) ? [value] : [])) })}
			>
				<div className={classes['checks']}>
					{parts.map((value) => (
						<Checkbox key={value} size="xs" value={value} label={says.parts[value]} />
					))}
				</div>
			</Checkbox.Group>
			<Switch
				size="sm"
				label={says.beforeDiscounts}
				checked={draft.beforeDiscounts}
				onChange={(event) => set({ beforeDiscounts: event.currentTarget.checked })}
			/>
		</>
	);
}

function ItemFields({ draft, set }: FieldsProps) {
	return (
		<>
			<Rows
				title={draft.mode === 'in' ? says.rows.include : says.rows.others}
				rows={draft.include}
				onChange={(include) => set({ include })}
				aside={
					<Switch
						size="xs"
						label={says.allOthers}
						checked={draft.mode === 'not in'}
						onChange={(event) => set({ mode: event.currentTarget.checked ? 'not in' : 'in' })}
					/>
				}
			/>
			<Rows title={says.rows.except} rows={draft.exclude} onChange={(exclude) => set({ exclude })} />
			{draft.counts === 'items' && (
				<Switch
					size="sm"
					label={says.withoutPaid}
					checked={draft.excludingPoints}
					onChange={(event) => set({ excludingPoints: event.currentTarget.checked })}
				/>
			)}
		</>
	);
}

interface RowsProps {
	readonly title: string;
	readonly rows: readonly SelectorRow[];
	readonly onChange: (rows: readonly SelectorRow[]) => void;
	readonly aside?: React.ReactNode;
}

function Rows({ title, rows, onChange, aside }: RowsProps) {
	const { scope } = useEditing();
	const known: Readonly<Record<SelectorKind, readonly string[]>> = {
		category: scope.categories,
		subcategory: scope.subcategories,
		combo: [],
		item: scope.items,
	};
	const replace = (at: number, row: SelectorRow) => onChange(rows.map((old, index) => (index === at ? row : old)));
	return (
		<fieldset className={classes['rows']}>
			<legend className={classes['legend']}>{title}</legend>
			{aside}
			{rows.map((row, at) => (
				// A row has no identity besides its place.
				// oxlint-disable-next-line react/no-array-index-key
				<div key={at} className={classes['row']}>
					<Select
						aria-label={says.rowKind({ title, row: at + 1 })}
						data={selectors.map((row) => ({ value: row.by, label: termOf(row).title }))}
						value={row.by}
						allowDeselect={false}
						openOnFocus={false}
						w={128}
						comboboxProps={{ withinPortal: false }}
						onChange={(by) => by !== null && replace(at, { by: by, names: [] })}
					/>
					<TagsInput
						aria-label={says.rowNames({ title, row: at + 1 })}
						className={classes['names']}
						data={[...known[row.by]]}
						value={[...row.names]}
						placeholder={row.names.length === 0 ? says.typeOrChoose : ''}
						limit={40}
						openOnFocus={false}
						acceptValueOnBlur
						comboboxProps={{ withinPortal: false }}
						onChange={(names) => replace(at, { ...row, names })}
					/>
					<ActionIcon
						size={24}
						color="gray"
						aria-label={says.rowRemove({ title, row: at + 1 })}
						onClick={() => onChange(rows.toSpliced(at, 1))}
					>
						<IconX size={14} aria-hidden />
					</ActionIcon>
				</div>
			))}
			<Button
				variant="subtle"
				size="compact-sm"
				leftSection={<IconPlus size={14} />}
				className={classes['more']}
				onClick={() => onChange([...rows, { by: 'category', names: [] }])}
			>
				{says.rowAdd({ title })}
			</Button>
		</fieldset>
	);
}

/** The lines of the sample, those that count ticked and tinted, and what they come to. */
function SampleMatches({ draft }: { readonly draft: FilterDraft }) {
	const { compilation, transaction, catalog, currency, currencyDecimals } = useEditing();
	const found = useMemo(
		() => transaction && draftOnSample(draft, compilation, transaction),
		[draft, compilation, transaction],
	);
	if (!transaction || !found) return null;
	const unit = { measure: 'money', decimals: currencyDecimals } as const;
	return (
		<section className={classes['sample']} aria-label={says.inSample}>
			<p className={classes['sum']}>
				<Rich
					say={says.inSampleAmount}
					parts={{ amount: <strong>{amountWords(found.amount, found.unit, currency)}</strong> }}
				/>
			</p>
			<ul className={classes['lines']}>
				{transaction.lines.map((line, at) => (
					// Lines may be equal in everything; their place tells them apart.
					// oxlint-disable-next-line react/no-array-index-key
					<li key={at} className={classes['line']} data-chosen={found.chosen[at] || undefined}>
						{found.chosen[at] ? (
							<IconCheck size={14} aria-label={says.countsIn} />
						) : (
							<IconX size={14} aria-label={says.doesNotCount} />
						)}
						<bdi>{catalog?.items.find(({ sku }) => sku === line.sku)?.name ?? (line.sku || line.category || says.item)}</bdi>
						<span>{amountWords(line.amountMinor, unit, currency)}</span>
					</li>
				))}
			</ul>
		</section>
	);
}
