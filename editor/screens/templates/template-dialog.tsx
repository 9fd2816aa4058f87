import { Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useOpened } from '../../panels/use-opened.ts';
import type { DraftedRule } from './draft-rule.ts';
import { TemplateForm } from './template-form.tsx';
import { TemplateGallery } from './template-gallery.tsx';
import type { RuleTemplate } from './templates.ts';
import { words } from './words.ts';

interface TemplateDialogProps {
	readonly opened: boolean;
	readonly onClose: () => void;
	/** Adds a rule with nothing in it. */
	readonly onBlank: () => void;
	/** Adds a rule that was asked for; answers whether it was added. */
	readonly onAdd: (drafted: DraftedRule) => boolean;
}

/** Where a rule begins: the gallery of templates, then the three questions of the one that was chosen. */
export function TemplateDialog({ opened: asked, onClose, onBlank, onAdd }: TemplateDialogProps) {
	const opened = useOpened(asked);
	const [chosen, setChosen] = useState<RuleTemplate | null>(null);
	// Going back finds the card from which one came.
	const [last, setLast] = useState<RuleTemplate | null>(null);
	// The screen of a rule that was added takes a moment to come: the second press of a double click adds no second rule.
	const added = useRef(false);
	useEffect(() => {
		if (opened) added.current = false;
	}, [opened]);
	const addBlank = () => {
		if (added.current) return;
		added.current = true;
		onBlank();
	};
	const add = (drafted: DraftedRule) => {
		added.current ||= onAdd(drafted);
		return added.current;
	};
	const close = () => {
		setChosen(null);
		setLast(null);
		onClose();
	};
	const choose = (template: RuleTemplate) => {
		setChosen(template);
		setLast(template);
	};
	return (
		<Modal opened={opened} onClose={close} title={chosen ? words.templates[chosen.id].title : words.title} size={980}>
			{!opened ? null : chosen ? (
				<TemplateForm key={chosen.id} template={chosen} onBack={() => setChosen(null)} onAdd={add} />
			) : (
				<TemplateGallery last={last} onChoose={choose} onBlank={addBlank} />
			)}
		</Modal>
	);
}
