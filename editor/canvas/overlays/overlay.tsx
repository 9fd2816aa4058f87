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
import type { Findable } from '../../panels/search-list.tsx';
import { Finder } from './finder.tsx';
import { KeySheet } from './key-sheet.tsx';
import { says } from '../says.ts';

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
				title={says.findCard}
				placeholder={says.findCardHint}
				find={(search) => cardsFor(canvas, search)}
				onClose={close}
			/>
		);
	}
	if (overlay === 'commands') {
		return (
			<Finder
				title={says.findCommand}
				placeholder={says.findCommandHint}
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
		title: says.commandOn({ command: title.replace('…', ''), card: element.label }),
		keys,
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
				{ key: 'add condition', title: says.addCondition, Icon: IconListCheck, run: add(ADD_CONDITION_ID) },
				{ key: 'add points', title: says.addPoints, Icon: IconStar, run: add(ADD_POINTS_ID) },
				{ key: 'add limit', title: says.addLimit, Icon: IconGauge, run: add(ADD_LIMIT_ID) },
			];
	const { zoomBy } = canvas;
	const view: Findable[] = zoomBy
		? [{ key: 'fit', title: says.showWhole, keys: '1', Icon: IconArrowsMaximize, run: () => zoomBy('fit') }]
		: [];
	return [
		...adding,
		{ key: 'simulate', title: says.whatSampleEarns, keys: 'Ctrl Enter', Icon: IconFlag, run: canvas.simulate },
		...view,
		{ key: 'find', title: says.findCard, keys: 'Ctrl F', Icon: IconSearch, run: () => canvas.show('cards') },
		{ key: 'keys', title: says.showKeys, keys: '?', Icon: IconKeyboard, run: () => canvas.show('keys') },
	];
}
