import { Button, EmptyState, TextInput } from '@mantine/core';
import { IconFilter, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { FilterDeclaration } from '#grammar';
import { useEditing } from '../../../canvas/editing.ts';
import { filterSummary } from '../../../canvas/filter-words.ts';
import { type Declared, declarationsOf } from '../parts/declared.ts';
import { FilterCard } from './filter-card.tsx';
import classes from './filters-section.module.css';
import { NewFilterCard } from './new-filter-card.tsx';
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
	const shown = filters.filter((declared) => textOf(declared).includes(search.trim().toLocaleLowerCase()));
	const create = () => setCreating(true);
	const done = (name: string | null) => {
		setCreating(false);
		setSearch('');
		if (name !== null) opened.open(name);
	};
	if (filters.length === 0 && !creating) return <NoFilters onCreate={create} />;
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
				<Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} disabled={creating} onClick={create}>
					{words.filters.newFilter}
				</Button>
			</div>
			{creating && <NewFilterCard onDone={done} />}
			{shown.map((declared) => (
				<FilterCard key={declared.path} declared={declared} opened={opened} />
			))}
			{shown.length === 0 && filters.length > 0 && <p className={classes['none']}>{words.filters.notFound}</p>}
		</>
	);
}

function textOf({ part }: Declared<FilterDeclaration>): string {
	const name = part.name.kind === 'name' ? part.name.text : '';
	return `${name} ${filterSummary(name, part)}`.toLocaleLowerCase();
}

function NoFilters({ onCreate }: { readonly onCreate: () => void }) {
	return (
		<EmptyState
			py={64}
			icon={<IconFilter size={26} stroke={1.5} aria-hidden />}
			withIndicatorBackground
			title={words.filters.none}
			description={words.filters.noneHint}
		>
			<EmptyState.Actions>
				<Button onClick={onCreate}>{words.filters.newFilter}</Button>
			</EmptyState.Actions>
		</EmptyState>
	);
}
