import { MultiSelect, SegmentedControl, TagsInput } from '@mantine/core';
import type { Plain, StoreCondition, StoreRef } from '#grammar';
import type { Catalog } from '#compiler';
import { storeNode } from '../fragments.ts';
import { PickerFrame } from './picker-frame.tsx';

interface StorePickerProps {
	readonly id: string;
	readonly condition: StoreCondition;
	/** Null while it is not known: ids are then typed. */
	readonly catalog: Catalog | null;
	readonly onChange: (condition: Plain<StoreCondition>) => void;
}

/** Stores and chains of the catalogue to include or to exclude, by search. */
export function StorePicker({ id, condition, catalog, onChange }: StorePickerProps) {
	const written = condition.places.filter(
		(place): place is StoreRef => place.kind === 'store-ref' && place.name.kind === 'name',
	);
	const chosen = written.map(valueOf);
	const change = (negated: boolean, values: readonly string[]) => {
		const places = values.map((value) => written.find((place) => valueOf(place) === value) ?? nodeOf(value));
		if (places.length > 0) onChange({ ...condition, negated, places });
	};
	const shared = { value: chosen, onChange: (values: string[]) => change(condition.negated, values) };
	return (
		<PickerFrame id={id} title="Store" note={chosen.length === 1 ? 'One must stay chosen.' : undefined}>
			<SegmentedControl
				fullWidth
				size="xs"
				aria-label="Include or exclude"
				value={condition.negated ? 'is not' : 'is'}
				data={[
					{ value: 'is', label: 'is one of' },
					{ value: 'is not', label: 'is none of' },
				]}
				onChange={(value) => change(value === 'is not', chosen)}
			/>
			{catalog ? (
				<MultiSelect
					{...shared}
					label="Stores and chains"
					placeholder="Search by name, city or id"
					data={choicesOf(catalog, chosen)}
					searchable
					hidePickedOptions
					openOnFocus={false}
					limit={60}
					maxDropdownHeight={240}
					nothingFoundMessage="Nothing of that name"
					comboboxProps={{ withinPortal: false }}
				/>
			) : (
				<TagsInput
					label="Ids of stores"
					description="The catalogue is not known here."
					value={chosen.map((value) => value.slice(value.indexOf(':') + 1))}
					onChange={(names) =>
						change(
							condition.negated,
							names.map((name) => chosen.find((value) => value.endsWith(`:${name}`)) ?? `store:${name}`),
						)
					}
				/>
			)}
		</PickerFrame>
	);
}

function valueOf(place: StoreRef): string {
	return `${place.by}:${place.name.kind === 'name' ? place.name.text : ''}`;
}

function nodeOf(value: string): Plain<StoreRef> {
	const split = value.indexOf(':');
	return storeNode(value.slice(0, split) === 'chain' ? 'chain' : 'store', value.slice(split + 1));
}

/** Chains first, then the stores of each city; what is written and not in the catalogue last, so that it can be removed. */
function choicesOf({ stores }: Catalog, chosen: readonly string[]) {
	const chains = [...new Set(stores.flatMap(({ chain }) => chain ?? []))].sort();
	const cities = [...new Set(stores.map(({ city }) => city ?? ''))].sort();
	const groups = [
		{ group: 'Chains', items: chains.map((chain) => ({ value: `chain:${chain}`, label: `Any ${chain}` })) },
		...cities.map((city) => ({
			group: city || 'Stores',
			items: stores
				.filter((store) => (store.city ?? '') === city)
				.map((store) => ({
					value: `store:${store.id}`,
					label: store.name === store.id ? store.id : `${store.name} · ${store.id}`,
				})),
		})),
	];
	const known = new Set(groups.flatMap(({ items }) => items.map(({ value }) => value)));
	const foreign = chosen
		.filter((value) => !known.has(value))
		.map((value) => ({ value, label: value.slice(value.indexOf(':') + 1) }));
	return [...groups, { group: 'Not in the catalogue', items: foreign }].filter(({ items }) => items.length > 0);
}
