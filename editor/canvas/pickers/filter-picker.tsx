import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { type FilterDeclaration, print } from '#grammar';
import { useCanvas } from '../canvas-context.ts';
import { draftOf, type FilterDraft, filterNode, whyNotYet } from '../filters/filter-draft.ts';
import { copyForRule } from '../filters/filter-copy.ts';
import { FilterForm } from '../filters/filter-form.tsx';
import { usersOfFilter } from '../filters/filter-uses.ts';
import type { FilterElement } from '../view.ts';
import { PickerFrame } from './picker-frame.tsx';
import classes from './pickers.module.css';
import { says } from './says.ts';
import { inOneSlot } from '../parts.ts';

/** A declared cart filter, changed for every rule that uses it, or copied for this rule alone. */
export function FilterPicker({
	element,
}: {
	readonly element: FilterElement & { readonly declaration: FilterDeclaration };
}) {
	const canvas = useCanvas();
	const { declaration: filter, name, id } = element;
	const written = draftOf(filter);
	const [draft, setDraft] = useState<FilterDraft | null>(written);
	const others = usersOfFilter(canvas.compilation, name).filter((user) => user !== canvas.view.name);
	if (!written || !draft) {
		return (
			<PickerFrame id={id} title={name} note={says.inText}>
				<Text size="sm">{element.summary}</Text>
				<Button variant="light" size="compact-sm" onClick={() => canvas.goToText(filter.span)}>
					{says.goToText}
				</Button>
			</PickerFrame>
		);
	}
	const at = canvas.compilation.document.declarations.indexOf(filter);
	const wrong = whyNotYet(draft, []);
	const isChanged = JSON.stringify(draft) !== JSON.stringify(written);
	const save = () => {
		const text = print(filterNode(draft));
		if (canvas.perform({ kind: 'set-filter', declaration: at, text }, says.changeFilter({ name }))) canvas.open(null);
	};
	return (
		<PickerFrame id={id} title={name} note={wrong ?? undefined}>
			<FilterForm draft={draft} onChange={setDraft} named />
			{others.length > 0 && (
				<Alert color="yellow" p="xs" className={classes['note']}>
					{says.changesToo({ count: others.length, users: inOneSlot(others) })}
				</Alert>
			)}
			<Group gap="xs" justify="flex-end">
				{others.length > 0 && (
					<Button
						variant="subtle"
						color="gray"
						size="compact-sm"
						disabled={!isChanged || wrong !== null}
						onClick={() => canvas.perform(copyForRule(canvas, name, draft), says.copyFilter({ name }))}
					>
						{says.onlyHere}
					</Button>
				)}
				<Button size="compact-sm" disabled={!isChanged || wrong !== null} onClick={save}>
					{says.save}
				</Button>
			</Group>
		</PickerFrame>
	);
}
