import { Button, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../../panels/announcer.tsx';
import { templatesFor } from './find-templates.ts';
import type { ProgramFacts } from './program-facts.ts';
import { useFacts } from './use-facts.ts';
import classes from './template-gallery.module.css';
import { TemplatePicture } from './template-picture.tsx';
import { lackOf, type RuleTemplate, templates } from './templates.ts';
import { words } from './words.ts';

interface TemplateGalleryProps {
	/** The one from which somebody comes back. */
	readonly last: RuleTemplate | null;
	readonly onChoose: (template: RuleTemplate) => void;
	readonly onBlank: () => void;
}

const REACHED = 'button[tabindex="0"]';

/** Rules to begin with, each with a picture of its parts. Arrow keys walk the cards, which are one stop of the Tab key. */
export function TemplateGallery({ last, onChoose, onBlank }: TemplateGalleryProps) {
	const [search, setSearch] = useState('');
	const [active, setActive] = useState(last?.id ?? templates[0]?.id);
	const announce = useAnnounce();
	const facts = useFacts();
	const list = useRef<HTMLUListElement>(null);
	const found = templatesFor(search);
	const reached = found.some(({ id }) => id === active) ? active : found[0]?.id;
	useEffect(() => {
		if (last) list.current?.querySelector<HTMLElement>(REACHED)?.focus();
	}, [last]);
	const type = (typed: string) => {
		setSearch(typed);
		announce(words.found({ count: templatesFor(typed).length }));
	};
	const intoList = (event: KeyboardEvent) => {
		if (event.key === 'Enter' && found[0] && search.trim() !== '') onChoose(found[0]);
		else if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>(REACHED)?.focus();
		else return;
		event.preventDefault();
	};
	return (
		<div className={classes['gallery']}>
			<div className={classes['head']}>
				<Text className={classes['lead']}>{words.lead}</Text>
				<TextInput
					type="search"
					className={classes['search']}
					aria-label={words.search}
					placeholder={words.search}
					leftSection={<IconSearch size={16} aria-hidden />}
					value={search}
					{...(last ? {} : { 'data-autofocus': true })}
					onChange={(event) => type(event.currentTarget.value)}
					onKeyDown={intoList}
				/>
			</div>
			{found.length === 0 ? (
				<div className={classes['none']}>
					<Text>{words.nothingFound}</Text>
					<Button variant="default" onClick={() => type('')}>
						{words.clearSearch}
					</Button>
				</div>
			) : (
				<ul ref={list} className={classes['cards']} aria-label={words.gallery}>
					{found.map((template) => (
						<li key={template.id}>
							<TemplateCard
								template={template}
								facts={facts}
								reached={template.id === reached}
								onReach={() => setActive(template.id)}
								onChoose={() => onChoose(template)}
								onWalk={(event) => walk(event, list.current)}
							/>
						</li>
					))}
				</ul>
			)}
			<UnstyledButton className={classes['blank']} onClick={onBlank}>
				<IconPlus size={18} aria-hidden />
				<span className={classes['name']}>{words.blank}</span>
				<span className={classes['doc']}>{words.blankDoc}</span>
			</UnstyledButton>
		</div>
	);
}

interface TemplateCardProps {
	readonly template: RuleTemplate;
	readonly facts: ProgramFacts;
	/** The Tab key reaches it. */
	readonly reached: boolean;
	readonly onReach: () => void;
	readonly onChoose: () => void;
	readonly onWalk: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

function TemplateCard({ template, facts, reached, onReach, onChoose, onWalk }: TemplateCardProps) {
	const lack = lackOf(template, facts);
	const { title, doc } = words.templates[template.id];
	return (
		<UnstyledButton
			className={classes['card']}
			data-lacking={lack !== null || undefined}
			tabIndex={reached ? 0 : -1}
			onFocus={onReach}
			onClick={onChoose}
			onKeyDown={onWalk}
		>
			<span className={classes['stage']}>
				<TemplatePicture template={template} />
			</span>
			<span className={classes['name']}>{title}</span>
			<span className={classes['doc']}>
				{doc}
				{lack === null ? null : <span className={classes['lack']}>{` ${words.lacks[lack]}`}</span>}
			</span>
		</UnstyledButton>
	);
}

/** Moves the focus among the cards as they stand on the screen. */
function walk(event: KeyboardEvent<HTMLButtonElement>, list: HTMLUListElement | null): void {
	const cards = [...(list?.querySelectorAll<HTMLElement>('button') ?? [])];
	const at = cards.indexOf(event.currentTarget);
	const columns = cards.filter((card) => card.getBoundingClientRect().top === cards[0]?.getBoundingClientRect().top).length;
	const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
	const steps: Readonly<Record<string, number | undefined>> = {
		ArrowRight: at + forward,
		ArrowLeft: at - forward,
		ArrowDown: at + columns,
		ArrowUp: at - columns,
		Home: 0,
		End: cards.length - 1,
	};
	const to = steps[event.key];
	if (to === undefined) return;
	event.preventDefault();
	cards[to]?.focus();
}
