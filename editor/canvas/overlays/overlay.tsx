import {
	IconArrowsMaximize,
	IconFlag,
	IconGauge,
	IconKeyboard,
	IconListCheck,
	IconSearch,
	IconStar,
} from '@tabler/icons-react';
import { ADD_CONDITION_ID, ADD_LIMIT_ID, ADD_POINTS_ID } from '../card-actions.ts';
import { type CanvasValue, type Overlay, useCanvas } from '../canvas-context.ts';
import { commandsOf } from '../nodes/card-menu.tsx';
import { conditionIcons, elementIcons } from '../nodes/icons.ts';
import { elementsOf, type RuleElement } from '../view.ts';
import { Finder, type Findable } from './finder.tsx';
import { KeySheet } from './key-sheet.tsx';

/** What lies over the canvas: its keys, or a search among its cards or commands. */
export function CanvasOverlay({ overlay }: { readonly overlay: Overlay }) {
	const canvas = useCanvas();
	const close = () => {
		canvas.show(null);
		canvas.focusCard(canvas.activeId);
	};
	if (overlay === 'keys') return <KeySheet onClose={close} />;
	if (overlay === 'cards') {
		return (
			<Finder
				title="Find a card"
				placeholder="Words of it, is:error, uses:Food"
				find={(search) => cardsFor(canvas, search)}
				onClose={close}
			/>
		);
	}
	if (overlay === 'commands') {
		return (
			<Finder
				title="Find a command"
				placeholder="What do you want to do?"
				find={(search) => commandsFor(canvas, search)}
				onClose={close}
			/>
		);
	}
	return null;
}

function cardsFor(canvas: CanvasValue, search: string): Findable[] {
	const words = search.toLowerCase().split(/\s+/).filter(Boolean);
	return elementsOf(canvas.view)
		.filter((element) => words.every((word) => answers(element, word)))
		.map((element) => ({
			key: element.id,
			title: element.label,
			Icon: element.kind === 'condition' ? conditionIcons[element.condition.kind] : elementIcons[element.kind],
			run: () => canvas.focusCard(element.id),
		}));
}

function answers(element: RuleElement, word: string): boolean {
	if (word === 'is:error') return element.health !== 'ok' || element.problems.some(({ severity }) => severity === 'error');
	if (word.startsWith('uses:')) {
		return 'filter' in element && (element.filter ?? '').toLowerCase().includes(word.slice('uses:'.length));
	}
	return `${element.label} ${element.source}`.toLowerCase().includes(word);
}

function commandsFor(canvas: CanvasValue, search: string): Findable[] {
	const wanted = search.trim().toLowerCase();
	return [...ownCommands(canvas), ...generalCommands(canvas)].filter(({ title }) => title.toLowerCase().includes(wanted));
}

/** What can be done with the active card. */
function ownCommands(canvas: CanvasValue): Findable[] {
	const element = elementsOf(canvas.view).find(({ id }) => id === canvas.activeId);
	if (!element) return [];
	return commandsOf(canvas, element).map(({ key, title, keys, Icon, run }) => ({
		key: `card ${key}`,
		title: `${title.replace('…', '')}: ${element.label}`,
		aside: keys,
		Icon,
		run,
	}));
}

function generalCommands(canvas: CanvasValue): Findable[] {
	const add = (id: string) => () => {
		canvas.focusCard(id);
		canvas.open({ id, part: 'picker' });
	};
	const adding: Findable[] = canvas.readOnly
		? []
		: [
				{ key: 'add condition', title: 'Add condition', Icon: IconListCheck, run: add(ADD_CONDITION_ID) },
				{ key: 'add points', title: 'Add points or a multiplier', Icon: IconStar, run: add(ADD_POINTS_ID) },
				{ key: 'add limit', title: 'Add limit', Icon: IconGauge, run: add(ADD_LIMIT_ID) },
			];
	const { zoomBy } = canvas;
	const view: Findable[] = zoomBy
		? [{ key: 'fit', title: 'Show the whole rule', aside: '1', Icon: IconArrowsMaximize, run: () => zoomBy('fit') }]
		: [];
	return [
		...adding,
		{ key: 'simulate', title: 'What the sample earns', aside: 'Ctrl Enter', Icon: IconFlag, run: canvas.simulate },
		...view,
		{ key: 'find', title: 'Find a card', aside: 'Ctrl F', Icon: IconSearch, run: () => canvas.show('cards') },
		{ key: 'keys', title: 'Show the keys', aside: '?', Icon: IconKeyboard, run: () => canvas.show('keys') },
	];
}
