import { Button } from '@mantine/core';
import { IconPlus, IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditing } from '../../../canvas/editing.ts';
import { AttributeCard } from './attribute-card.tsx';
import classes from './attributes-section.module.css';
import { declarationsOf } from '../parts/declared.ts';
import { EmptySection } from '../parts/empty-section.tsx';
import { NewAttributeCard } from './new-attribute-card.tsx';
import { useListFocus } from '../parts/use-list-focus.ts';
import { useOpenedCard } from '../parts/use-opened-card.ts';
import { words } from '../words.ts';

/** The facts of their own that a program knows of members, transactions and events. */
export function AttributesSection() {
	const { compilation } = useEditing();
	const attributes = declarationsOf(compilation.document, 'attribute-declaration');
	const [creating, setCreating] = useState(false);
	const opened = useOpenedCard();
	const { item, adder, focusAt } = useListFocus();
	const create = () => setCreating(true);
	const done = (name: string | null) => {
		setCreating(false);
		if (name !== null) opened.open(name);
		// What is new stands behind the others.
		focusAt(name === null ? attributes.length - 1 : attributes.length);
	};
	if (attributes.length === 0 && !creating) {
		return (
			<EmptySection
				Icon={IconTags}
				title={words.attributes.none}
				hint={words.attributes.noneHint}
				action={words.attributes.newAttribute}
				onAct={create}
				marks={adder}
			/>
		);
	}
	return (
		<>
			<Button
				{...adder}
				className={classes['add']}
				variant="default"
				leftSection={<IconPlus size={16} aria-hidden />}
				disabled={creating}
				onClick={create}
			>
				{words.attributes.newAttribute}
			</Button>
			{creating && <NewAttributeCard onDone={done} />}
			{attributes.map((declared, index) => (
				<div key={declared.path} className={classes['attribute']} {...item}>
					<AttributeCard declared={declared} opened={opened} onRemoved={() => focusAt(index)} />
				</div>
			))}
		</>
	);
}
