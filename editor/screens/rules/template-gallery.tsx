import { Modal, SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import { scopeOf } from '#compiler/service';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import classes from './template-gallery.module.css';
import { type RuleTemplate, templates } from './templates.ts';
import { words } from './words.ts';

interface TemplateGalleryProps {
	readonly opened: boolean;
	readonly onClose: () => void;
	readonly onChoose: (template: RuleTemplate) => void;
}

/** Rules to begin with, each with the text that it stands for. */
export function TemplateGallery({ opened, onClose, onChoose }: TemplateGalleryProps) {
	return (
		<Modal opened={opened} onClose={onClose} title={words.gallery.title} size={860}>
			<Text size="sm" c="dimmed" mb="md">
				{words.gallery.lead}
			</Text>
			{opened ? <Cards onChoose={onChoose} /> : null}
		</Modal>
	);
}

function Cards({ onChoose }: Pick<TemplateGalleryProps, 'onChoose'>) {
	const { catalog } = useWorkspace();
	const reading = useReading();
	const scope = scopeOf(reading.document, catalog);
	return (
		<SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
			{templates.map((template) => {
				const text = template.text(template.name, scope);
				const snippet = snippetOf(text ?? '');
				return (
					<UnstyledButton
						key={template.id}
						className={classes['card']}
						data-blank={snippet === '' || undefined}
						disabled={text === null}
						onClick={() => onChoose(template)}
					>
						<span className={classes['name']}>{template.title ?? template.name}</span>
						<span className={classes['doc']}>{text === null ? template.needs : template.doc}</span>
						{snippet === '' ? null : (
							<code className={classes['snippet']} aria-hidden="true">
								{snippet}
							</code>
						)}
					</UnstyledButton>
				);
			})}
		</SimpleGrid>
	);
}

/** What stands inside the rule, without its frame. */
function snippetOf(text: string): string {
	return text
		.split('\n')
		.slice(1, -1)
		.map((line) => line.replace(/^\t/, '').replaceAll('\t', '  '))
		.join('\n');
}
