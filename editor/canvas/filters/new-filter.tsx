import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { print } from '#grammar';
import type { Operation } from '#compiler/edits';
import { useEditing } from '../editing.ts';
import { emptyDraft, filterNode, whyNotYet } from './filter-draft.ts';
import { FilterForm } from './filter-form.tsx';
import classes from './new-filter.module.css';
import { says } from '../pickers/says.ts';

interface NewFilterProps {
	readonly name: string;
	/** It must choose items. */
	readonly units: boolean;
	/** What writes the new filter where it is wanted. */
	readonly use: (name: string) => Operation;
	readonly onDone: () => void;
	readonly onCancel: () => void;
}

/** A form for a new cart filter. Its declaration and its first use are one step of the history. */
export function NewFilter({ name, units, use, onDone, onCancel }: NewFilterProps) {
	const editing = useEditing();
	const form = useRef<HTMLElement>(null);
	useEffect(() => form.current?.querySelector('input')?.focus({ preventScroll: true }), []);
	const [draft, setDraft] = useState(() => emptyDraft(name));
	const notYet = draft.counts === 'total' && units ? says.countedByItems : whyNotYet(draft, editing.scope.filters);
	const create = () => {
		const named = draft.name.trim();
		const add: Operation = { kind: 'add-filter', text: print(filterNode({ ...draft, name: named })) };
		// The use comes first: the declaration may stand above the rule and would move it.
		if (editing.perform([use(named), add], says.createFilterNamed({ name: named }))) onDone();
	};
	return (
		<section ref={form} className={classes['form']} aria-label={says.newFilter}>
			<FilterForm draft={draft} onChange={setDraft} />
			<Text className={classes['note']}>{notYet}</Text>
			<Group gap="xs" justify="flex-end">
				<Button variant="subtle" color="gray" size="compact-sm" onClick={onCancel}>
					{says.back}
				</Button>
				<Button size="compact-sm" disabled={notYet !== null} onClick={create}>
					{says.createFilter}
				</Button>
			</Group>
		</section>
	);
}
