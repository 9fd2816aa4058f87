import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useEditing } from '../../../canvas/editing.ts';
import { KindField, OwnerField } from './attribute-fields.tsx';
import { type AttributeDraft, attributeText, readValues } from './attribute-nodes.ts';
import { hintBelow, SettingCard, SettingRow } from '../parts/setting-card.tsx';
import { words } from '../words.ts';

interface NewAttributeCardProps {
	/** Called with the name of the attribute that was created, or with null when it was given up. */
	readonly onDone: (name: string | null) => void;
}

const empty: AttributeDraft = { owner: 'transaction', name: '', kind: 'one of', values: [] };

/** A card with a form for one attribute more. */
export function NewAttributeCard({ onDone }: NewAttributeCardProps) {
	const { perform, scope } = useEditing();
	const [draft, setDraft] = useState(empty);
	const [typed, setTyped] = useState('');
	const form = useRef<HTMLFormElement>(null);
	useEffect(() => form.current?.querySelector('input')?.focus(), []);
	const asked = { ...draft, name: draft.name.trim(), values: readValues(typed) };
	const notYet = whyNotYet(
		asked,
		scope.attributes.map(({ name }) => name),
	);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (notYet !== null) return;
		if (perform({ kind: 'add-attribute', text: attributeText(asked) })) onDone(asked.name);
	};
	return (
		<form ref={form} onSubmit={submit}>
			<SettingCard title={words.attributes.newTitle} about={words.attributes.newAbout} Icon={IconTag} spans={[]}>
				<SettingRow>
					<TextInput
						label={words.attributes.name}
						description={words.attributes.nameHint}
						inputWrapperOrder={hintBelow}
						dir="auto"
						autoComplete="off"
						value={draft.name}
						onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
					/>
					<OwnerField value={draft.owner} onChange={(owner) => setDraft({ ...draft, owner })} />
					<KindField value={draft.kind} onChange={(kind) => setDraft({ ...draft, kind })} />
				</SettingRow>
				{draft.kind === 'one of' && (
					<TextInput
						label={words.attributes.values}
						description={words.attributes.valuesHint}
						inputWrapperOrder={hintBelow}
						dir="auto"
						autoComplete="off"
						value={typed}
						onChange={(event) => setTyped(event.currentTarget.value)}
					/>
				)}
				<Group gap="xs" justify="flex-end">
					<Text size="xs" c="dimmed">
						{notYet}
					</Text>
					<Button variant="subtle" color="gray" onClick={() => onDone(null)}>
						{words.frame.cancel}
					</Button>
					<Button type="submit" disabled={notYet !== null}>
						{words.attributes.create}
					</Button>
				</Group>
			</SettingCard>
		</form>
	);
}

/** Why an attribute cannot be created yet; null where it can. */
function whyNotYet({ name, kind, values }: AttributeDraft, taken: readonly string[]): string | null {
	if (name === '') return words.attributes.needsName;
	if (taken.includes(name)) return words.general.taken;
	return kind === 'one of' && values.length === 0 ? words.attributes.needsValue : null;
}
