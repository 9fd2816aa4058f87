import { TagsInput, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type Plain, print, type StoreCondition, type StoreRef } from '#grammar';
import type { Catalog } from '#compiler';
import type { Operation } from '#compiler/edits';
import { useCanvas } from '../canvas-context.ts';
import { storeNode } from '../fragments.ts';
import { NegationField } from './negation-field.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { ALONE, storeRows } from './store-rows.ts';
import { StoreTree } from './store-tree.tsx';
import { says } from './says.ts';
import { inOneSlot } from '../parts.ts';

interface StorePickerProps {
	readonly id: string;
	readonly condition: StoreCondition;
	/** Null while it is not known: ids are then typed. */
	readonly catalog: Catalog | null;
	readonly write: (text: string) => Operation;
}

/** Stores and chains of the catalogue to include or to exclude, in a tree that can be searched. */
export function StorePicker({ id, condition, catalog, write }: StorePickerProps) {
	const canvas = useCanvas();
	const written = condition.places.filter(
		(place): place is StoreRef => place.kind === 'store-ref' && place.name.kind === 'name',
	);
	const chosen = written.map(valueOf);
	const change = (negated: boolean, values: readonly string[]) => {
		const places = values.map((value) => written.find((place) => valueOf(place) === value) ?? nodeOf(value));
		if (places.length > 0) canvas.perform(write(print({ ...condition, negated, places })));
	};
	const toggle = (value: string) =>
		change(condition.negated, chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
	return (
		<PickerFrame id={id} title={says.store} note={noteOf(chosen)}>
			<NegationField negated={condition.negated} onChange={(negated) => change(negated, chosen)} />
			{catalog ? (
				<Tree catalog={catalog} chosen={chosen} onToggle={toggle} />
			) : (
				<TagsInput
					label={says.storeIds}
					description={says.catalogueUnknown}
					value={chosen.map(nameIn)}
					onChange={(names) =>
						change(
							condition.negated,
							names.map((name) => chosen.find((value) => nameIn(value) === name) ?? `store:${name}`),
						)
					}
				/>
			)}
		</PickerFrame>
	);
}

function noteOf(chosen: readonly string[]): string {
	if (chosen.length === 1) return says.oneMustStay;
	const chains = chosen.filter((value) => value.startsWith('chain:')).length;
	const stores = chosen.length - chains;
	return inOneSlot([
		...(chains === 0 ? [] : [says.chains({ count: chains })]),
		...(stores === 0 ? [] : [says.stores({ count: stores })]),
	]);
}

interface TreeProps {
	readonly catalog: Catalog;
	readonly chosen: readonly string[];
	readonly onToggle: (value: string) => void;
}

function Tree({ catalog, chosen, onToggle }: TreeProps) {
	const [search, setSearch] = useState('');
	const [open, setOpen] = useState<ReadonlySet<string>>(() => openAtFirst(catalog, chosen));
	const known = useMemo(() => knownIn(catalog), [catalog]);
	// What was chosen when the picker opened stays in the list when it is taken out, so that it can come back.
	const [foreign] = useState(() => chosen.filter((value) => !known.has(value)).map(partsOf));
	const rows = useMemo(() => storeRows(catalog, search, open, foreign), [catalog, search, open, foreign]);
	const flip = (key: string) => {
		const next = new Set(open);
		if (!next.delete(key)) next.add(key);
		setOpen(next);
	};
	return (
		<>
			<TextInput
				aria-label={says.searchStores}
				placeholder={says.searchStoresHint}
				leftSection={<IconSearch size={14} aria-hidden />}
				value={search}
				data-autofocus
				onChange={(event) => setSearch(event.currentTarget.value)}
			/>
			<StoreTree rows={rows} chosen={chosen} onToggle={onToggle} onFlip={flip} />
		</>
	);
}

/** Few stores are all shown; of many the chains first, and those of which something is chosen. */
function openAtFirst({ stores }: Catalog, chosen: readonly string[]): ReadonlySet<string> {
	const isFew = stores.length <= 30;
	return new Set(stores.flatMap(({ id, chain }) => (isFew || chosen.includes(`store:${id}`) ? [chain ?? ALONE] : [])));
}

function knownIn({ stores }: Catalog): ReadonlySet<string> {
	return new Set(stores.flatMap(({ id, chain }) => [`store:${id}`, ...(chain === null ? [] : [`chain:${chain}`])]));
}

function partsOf(value: string) {
	return { by: value.startsWith('chain:') ? 'chain' : 'store', name: nameIn(value) } as const;
}

function nameIn(value: string): string {
	return value.slice(value.indexOf(':') + 1);
}

function valueOf(place: StoreRef): string {
	return `${place.by}:${place.name.kind === 'name' ? place.name.text : ''}`;
}

function nodeOf(value: string): Plain<StoreRef> {
	const { by, name } = partsOf(value);
	return storeNode(by, name);
}
