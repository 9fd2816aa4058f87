import { Button, Group, Text } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { print } from '#grammar';
import { useEditing } from '../../../canvas/editing.ts';
import { emptyDraft, filterNode, whyNotYet } from '../../../canvas/filters/filter-draft.ts';
import { FilterForm } from '../../../canvas/filters/filter-form.tsx';
import { SettingCard } from '../parts/setting-card.tsx';
import { words } from '../words.ts';

interface NewFilterCardProps {
	/** Called with the name of the filter that was created, or with null when it was given up. */
	readonly onDone: (name: string | null) => void;
}

/** A card with a form for one cart filter more. */
export function NewFilterCard({ onDone }: NewFilterCardProps) {
	const { perform, scope } = useEditing();
	const [draft, setDraft] = useState(() => emptyDraft(''));
	const form = useRef<HTMLDivElement>(null);
	useEffect(() => form.current?.querySelector('input')?.focus(), []);
	const notYet = whyNotYet(draft, scope.filters);
	const create = () => {
		const name = draft.name.trim();
		if (perform({ kind: 'add-filter', text: print(filterNode({ ...draft, name })) })) onDone(name);
	};
	return (
		<div ref={form}>
			<SettingCard title={words.filters.newTitle} about={words.filters.newAbout} Icon={IconFilter} spans={[]}>
				<FilterForm draft={draft} onChange={setDraft} />
				<Group gap="xs" justify="flex-end">
					<Text size="xs" c="dimmed">
						{notYet}
					</Text>
					<Button variant="subtle" color="gray" onClick={() => onDone(null)}>
						{words.frame.cancel}
					</Button>
					<Button disabled={notYet !== null} onClick={create}>
						{words.filters.create}
					</Button>
				</Group>
			</SettingCard>
		</div>
	);
}
