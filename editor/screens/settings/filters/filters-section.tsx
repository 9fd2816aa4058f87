import { Button, TextInput } from '@mantine/core';
import { IconFilter, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { FilterDeclaration } from '#grammar';
import { useEditing } from '../../../canvas/editing.ts';
import { filterSummary } from '../../../canvas/filter-words.ts';
import { type Declared, declarationsOf } from '../parts/declared.ts';
import { FilterCard } from './filter-card.tsx';
import classes from './filters-section.module.css';
import { NewFilterCard } from './new-filter-card.tsx';
import { EmptySection } from '../parts/empty-section.tsx';
import { useListFocus } from '../parts/use-list-focus.ts';
import { useOpenedCard } from '../parts/use-opened-card.ts';
import { words } from '../words.ts';

/** So many are taken in at a glance. */
const MANY = 8;

/** The cart filters of a program, each with what it counts, where it is used and what it comes to in the sample. */
export function FiltersSection() {
	const { compilation } = useEditing();
	const filters = declarationsOf(compilation.document, 'filter');
	const [creating, setCreating] = useState(false);
	const [search, setSearch] = useState('');
	const opened = useOpenedCard();
	const { item, adder, focusAt } = useListFocus();
	const shown = filters.filter((declared) => textOf(declared).includes(search.trim().toLocaleLowerCase()));
	const create = () => setCreating(true);
	const done = (name: string | null) => {
		setCreating(false);
		setSearch('');
		if (name !== null) opened.open(name);
		// What is new stands behind the others.
		focusAt(name === null ? -1 : filters.length, 'input');
	};
	if (filters.length === 0 && !creating) {
		return (
			<EmptySection
				Icon={IconFilter}
				title={words.filters.none}
				hint={words.filters.noneHint}
				action={words.filters.newFilter}
				onAct={create}
				marks={adder}
			/>
		);
	}
	return (
		<>
			<div className={classes['tools']}>
				{filters.length > MANY && (
					<TextInput
						type="search"
						className={classes['search']}
						aria-label={words.filters.search}
						placeholder={words.filters.search}
						leftSection={<IconSearch size={16} aria-hidden />}
						value={search}
						onChange={(event) => setSearch(event.currentTarget.value)}
					/>
				)}
				<Button
					{...adder}
					variant="default"
					leftSection={<IconPlus size={16} aria-hidden />}
					disabled={creating}
					onClick={create}
				>
					{words.filters.newFilter}
				</Button>
			</div>
			{creating && <NewFilterCard onDone={done} />}
			{shown.map((declared, index) => (
				<div key={declared.path} {...item}>
					<FilterCard declared={declared} opened={opened} onRemoved={() => focusAt(index)} />
				</div>
			))}
			{shown.length === 0 && filters.length > 0 && <p className={classes['none']}>{words.filters.notFound}</p>}
		</>
	);
}

function textOf({ part }: Declared<FilterDeclaration>): string {
	const name = part.name.kind === 'name' ? part.name.text : '';
	return `${name} ${filterSummary(name, part)}`.toLocaleLowerCase();
}
