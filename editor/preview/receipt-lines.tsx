import { ActionIcon, Autocomplete, Button, Select, Table, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconMinus, IconPlus, IconTrash } from '@tabler/icons-react';
import { cartOf, type Catalog, filterAmounts, type Item, type Plan, parseScaled } from '#compiler';
import { DigitsInput } from '../canvas/pickers/digits-input.tsx';
import { barePurchase } from './bare-purchase.ts';
import type { SampleFault } from './read-sample.ts';
import { lineOf, plainAmount, type SampleLine } from './sample.ts';
import classes from './preview.module.css';
import { says } from './says.ts';

interface ReceiptLinesProps {
	readonly plan: Plan;
	readonly filter: number | null;
	readonly catalog: Catalog | null;
	readonly lines: readonly SampleLine[];
	readonly faults: readonly SampleFault[];
	readonly onChange: (lines: readonly SampleLine[]) => void;
}

/** The lines of the receipt. Those that the rule's cart filter counts are ticked and tinted. */
export function ReceiptLines({ plan, filter, catalog, lines, faults, onChange }: ReceiptLinesProps) {
	const { program, filters } = plan;
	const filterName = filter === null ? null : (filters[filter]?.name ?? null);
	const replace = (next: SampleLine) => onChange(lines.map((line) => (line.key === next.key ? next : line)));
	const nextKey = Math.max(0, ...lines.map(({ key }) => key)) + 1;
	const first = catalog?.items[0] ?? null;
	return (
		<div>
			<Table className={classes['lines']} verticalSpacing={2} horizontalSpacing={4} withRowBorders={false}>
				<Table.Thead>
					<Table.Tr>
						<Table.Th scope="col" w={28}>
							<VisuallyHidden>
								{filterName === null ? says.counts : says.countsTowards({ filter: filterName })}
							</VisuallyHidden>
						</Table.Th>
						<Table.Th scope="col">{says.item}</Table.Th>
						<Table.Th scope="col" w={72}>
							{says.quantity}
						</Table.Th>
						<Table.Th scope="col" w={96}>
							{program.currency}
						</Table.Th>
						<Table.Th scope="col" w={32}>
							<VisuallyHidden>{says.remove}</VisuallyHidden>
						</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{lines.map((line, at) => {
						const counts = filter !== null && countsTowards(plan, filter, line);
						const name = catalog?.items.find(({ sku }) => sku === line.sku)?.name ?? says.line({ number: at + 1 });
						const faultOf = (field: SampleFault['field']) =>
							faults.find((fault) => fault.line === line.key && fault.field === field)?.words.replaceAll('`', '');
						return (
							<Table.Tr key={line.key} data-counts={counts || undefined}>
								<Table.Td className={classes['tick']}>
									{counts ? <IconCheck size={16} stroke={2.5} aria-hidden /> : <IconMinus size={14} aria-hidden />}
									<VisuallyHidden>{counts ? says.doesCount : says.doesNotCount}</VisuallyHidden>
								</Table.Td>
								<Table.Td>
									<ItemField
										{...{ line, plan, name }}
										items={catalog?.items ?? []}
										onChange={replace}
										decimals={program.currencyDecimals}
									/>
								</Table.Td>
								<Table.Td>
									<DigitsInput
										size="xs"
										aria-label={says.quantityOf({ item: name })}
										value={line.quantity}
										decimals={3}
										error={faultOf('quantity')}
										onCommit={(quantity) => replace(withQuantity(line, quantity, catalog, program.currencyDecimals))}
									/>
								</Table.Td>
								<Table.Td>
									<DigitsInput
										size="xs"
										aria-label={says.amountOf({ item: name })}
										value={line.amount}
										decimals={program.currencyDecimals}
										error={faultOf('amount')}
										onCommit={(amount) => replace({ ...line, amount })}
									/>
								</Table.Td>
								<Table.Td>
									<ActionIcon
										size={28}
										aria-label={says.removeItem({ item: name })}
										onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
									>
										<IconTrash size={14} aria-hidden />
									</ActionIcon>
								</Table.Td>
							</Table.Tr>
						);
					})}
				</Table.Tbody>
			</Table>
			<Button
				variant="subtle"
				size="compact-sm"
				leftSection={<IconPlus size={14} />}
				onClick={() => onChange([...lines, lineOf(first, nextKey, program.currencyDecimals)])}
			>
				{says.addItem}
			</Button>
		</div>
	);
}

interface ItemFieldProps {
	readonly line: SampleLine;
	readonly name: string;
	readonly plan: Plan;
	readonly items: readonly Item[];
	readonly decimals: number;
	readonly onChange: (line: SampleLine) => void;
}

/** An item of the catalogue; without a catalogue, a category that the program's filters know. */
function ItemField({ line, name, plan, items, decimals, onChange }: ItemFieldProps) {
	if (items.length === 0) {
		return (
			<Autocomplete
				size="xs"
				aria-label={says.categoryOf({ item: name })}
				placeholder={says.category}
				data={categoriesOf(plan)}
				value={line.category ?? ''}
				onChange={(category) => onChange({ ...line, category: category === '' ? null : category })}
			/>
		);
	}
	return (
		<Select
			size="xs"
			aria-label={says.itemNamed({ item: name })}
			placeholder={line.sku || says.chooseItem}
			searchable
			allowDeselect={false}
			limit={60}
			data={items.map((item) => ({ value: item.sku, label: item.category ? `${item.name} · ${item.category}` : item.name }))}
			value={items.some(({ sku }) => sku === line.sku) ? line.sku : null}
			onChange={(sku) => {
				const item = items.find((candidate) => candidate.sku === sku);
				if (!item) return;
				const chosen = { ...lineOf(item, line.key, decimals), quantity: line.quantity };
				onChange(withPrice(chosen, item, decimals) ?? { ...chosen, amount: line.amount });
			}}
		/>
	);
}

function categoriesOf({ filters }: Plan): string[] {
	const selectors = filters.flatMap((filter) => (filter.kind === 'items' ? [...filter.selectors, ...filter.except] : []));
	return [...new Set(selectors.flatMap(({ by, names }) => (by === 'category' ? names : [])))];
}

function withQuantity(line: SampleLine, quantity: string, catalog: Catalog | null, decimals: number): SampleLine {
	const item = catalog?.items.find(({ sku }) => sku === line.sku);
	const next = { ...line, quantity };
	return (item && withPrice(next, item, decimals)) ?? next;
}

/** The line at the item's usual price; null where there is none, or where it would not be a whole amount. */
function withPrice(line: SampleLine, { priceMinor }: Item, decimals: number): SampleLine | null {
	const quantity = parseScaled(line.quantity, 3, 1_000_000_000);
	if (priceMinor === null || !quantity.ok) return null;
	const thousandths = BigInt(priceMinor) * BigInt(quantity.minor);
	return thousandths % 1000n === 0n ? { ...line, amount: plainAmount(Number(thousandths / 1000n), decimals) } : null;
}

/** The plan with a filter that counts from the first unit on: a line belongs to it whatever its bounds are. */
function withoutBounds(plan: Plan, filter: number): Plan {
	const filters = plan.filters.map((each, index) => (index === filter ? { ...each, above: null, upTo: null } : each));
	return { ...plan, filters };
}

/** Asked of the evaluator itself: would this line alone, at one unit of money, be in the filter? */
function countsTowards(plan: Plan, filter: number, { sku, category, subcategory }: SampleLine): boolean {
	const line = { sku, category, subcategory, combo: null, quantityThousandths: 1000, amountMinor: 1 };
	const cart = cartOf(barePurchase([line]));
	return (filterAmounts(withoutBounds(plan, filter), cart)[filter] ?? 0) > 0;
}
