import { Alert, Button, Group, Menu, Text } from '@mantine/core';
import { IconCopy, IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { type FilterDeclaration, print } from '#grammar';
import { cartOf, filterAmounts } from '#compiler';
import { references } from '#compiler/service';
import { amountWords, unitOf } from '../../../canvas/amounts.ts';
import { type Editing, useEditing } from '../../../canvas/editing.ts';
import { filterSummary } from '../../../canvas/filter-words.ts';
import { draftOf, type FilterDraft, filterNode, whyNotYet } from '../../../canvas/filters/filter-draft.ts';
import { FilterForm } from '../../../canvas/filters/filter-form.tsx';
import { usersOfFilter } from '../../../canvas/filters/filter-uses.ts';
import { inOneSlot } from '../../../canvas/parts.ts';
import { freeName } from '../../../document/free-name.ts';
import { withoutMarks } from '../../../messages/message.ts';
import { DeclarationCard } from '../parts/declaration-card.tsx';
import type { Declared } from '../parts/declared.ts';
import { NameInput } from '../parts/name-input.tsx';
import { SourceForm } from '../parts/source-form.tsx';
import type { OpenedCard } from '../parts/use-opened-card.ts';
import { useRemoval } from '../parts/use-removal.ts';
import { words } from '../words.ts';

interface FilterCardProps {
	readonly declared: Declared<FilterDeclaration>;
	readonly opened: OpenedCard;
	readonly onRemoved: () => void;
}

/** A cart filter of the program. */
export function FilterCard({ declared, opened, onRemoved }: FilterCardProps) {
	const editing = useEditing();
	const remove = useRemoval();
	const { part, path } = declared;
	const isNamed = part.name.kind === 'name';
	const name = isNamed ? part.name.text : words.frame.unnamed;
	const uses = isNamed ? references(editing.compilation, part.name.span.start, { includeDeclaration: false }).length : 0;
	const amount = amountInSample(editing, name);
	const duplicate = () => {
		const copy = freeName(withoutMarks(words.frame.copyOf({ name })), editing.scope.filters);
		if (editing.perform({ kind: 'duplicate-filter', declaration: path, name: copy })) opened.open(copy);
	};
	return (
		<DeclarationCard
			name={name}
			about={filterSummary(name, part)}
			Icon={IconFilter}
			spans={[part.span]}
			facts={[words.frame.usedBy({ count: uses }), ...(amount === null ? [] : [words.filters.inSample({ amount })])]}
			opened={opened.name === name}
			onToggle={() => opened.toggle(name)}
			menu={
				<Menu.Item leftSection={<IconCopy size={16} />} onClick={duplicate}>
					{words.frame.duplicate}
				</Menu.Item>
			}
			onRemove={() => remove({ kind: 'remove-filter', declaration: path }, name) && onRemoved()}
		>
			{isNamed && (
				<NameInput
					label={words.filters.name}
					maw={560}
					value={name}
					taken={editing.scope.filters}
					onCommit={(wanted) => {
						const done = editing.perform({ kind: 'rename-filter', declaration: path, name: wanted });
						if (done) opened.open(wanted);
						return done;
					}}
				/>
			)}
			<FilterFields key={JSON.stringify(draftOf(part))} declared={declared} name={name} />
		</DeclarationCard>
	);
}

/** What a filter comes to in the sample, by the program as it is; null where it cannot be worked out. */
function amountInSample({ compilation, transaction, currency }: Editing, name: string): string | null {
	const plan = compilation.healthyPlan;
	const at = plan?.filters.findIndex((filter) => filter.name === name) ?? -1;
	const filter = plan?.filters[at];
	if (!plan || !filter || !transaction) return null;
	const amount = filterAmounts(plan, cartOf(transaction))[at];
	return amount === undefined ? null : amountWords(amount, unitOf(filter), currency);
}

interface FilterFieldsProps {
	readonly declared: Declared<FilterDeclaration>;
	readonly name: string;
}

/** What a filter counts, as a form that is saved as a whole: halfway through, it would count something else. */
function FilterFields({ declared: { part, path }, name }: FilterFieldsProps) {
	const { compilation, perform } = useEditing();
	const written = draftOf(part);
	const [draft, setDraft] = useState<FilterDraft | null>(written);
	const save = (text: string) => perform({ kind: 'set-filter', declaration: path, text });
	if (!written || !draft) {
		return (
			<>
				<Text size="sm" c="dimmed">
					{words.filters.asText}
				</Text>
				<SourceForm source={compilation.source.slice(part.span.start, part.span.end)} onSave={save} />
			</>
		);
	}
	const wrong = whyNotYet(draft, []);
	const isChanged = JSON.stringify(draft) !== JSON.stringify(written);
	const users = usersOfFilter(compilation, name);
	return (
		<>
			<FilterForm draft={draft} onChange={setDraft} named />
			{isChanged && users.length > 0 && (
				<Alert color="yellow" p="xs">
					{words.filters.changesAll({ count: users.length, users: inOneSlot(users) })}
				</Alert>
			)}
			<Group gap="xs" justify="flex-end">
				<Text size="xs" c="dimmed">
					{wrong}
				</Text>
				<Button variant="subtle" color="gray" disabled={!isChanged} onClick={() => setDraft(written)}>
					{words.filters.discard}
				</Button>
				<Button disabled={!isChanged || wrong !== null} onClick={() => save(print(filterNode(draft)))}>
					{words.filters.save}
				</Button>
			</Group>
		</>
	);
}
