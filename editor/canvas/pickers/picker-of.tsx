import type { ReactNode } from 'react';
import type { FilterDeclaration } from '#grammar';
import { currencyDecimals, QUANTITY_DECIMALS, unreachable } from '#compiler';
import { speechOf } from '#compiler/service';
import type { CanvasValue } from '../canvas-context.ts';
import { isDrawn } from '../drawn.ts';
import { programNames, tierColor, timezoneOf, weekStartsOf } from '../program-names.ts';
import type { ConditionElement, FilterElement, RuleElement } from '../view.ts';
import { AboutPicker } from './about-picker.tsx';
import { AttributePicker } from './attribute-picker.tsx';
import { BirthdayPicker } from './birthday-picker.tsx';
import { CampaignPicker } from './campaign-picker.tsx';
import { DayTimePicker } from './day-time-picker.tsx';
import { EarnPicker } from './earn-picker.tsx';
import { EventPicker } from './event-picker.tsx';
import { FactPicker } from './fact-picker.tsx';
import { FilterPicker } from './filter-picker.tsx';
import { LimitPicker } from './limit-picker.tsx';
import { MultiplyPicker } from './multiply-picker.tsx';
import { NamesPicker } from './names-picker.tsx';
import { PurchaseNumberPicker } from './purchase-number-picker.tsx';
import { SchedulePicker } from './schedule-picker.tsx';
import { SpendPicker } from './spend-picker.tsx';
import { StorePicker } from './store-picker.tsx';
import { says } from './says.ts';
import { says as canvasSays } from '../says.ts';

/** What a popover holds that edits a card, and what it is called. */
export interface Picker {
	readonly label: string;
	readonly width?: number;
	readonly content: ReactNode;
}

/** The picker of a card; null for what has none. */
export function pickerOf(canvas: CanvasValue, element: RuleElement): Picker | null {
	const label = canvasSays.editCard({ card: element.label });
	switch (element.kind) {
		case 'condition': {
			const content = conditionPicker(canvas, element);
			return content ? { label, content, width: widths[element.condition.kind] ?? 340 } : null;
		}
		case 'points':
			return { label, width: 400, content: <EarnPicker element={element} /> };
		case 'multiply':
			return { label, width: 360, content: <MultiplyPicker element={element} /> };
		case 'limit':
			return { label, width: 360, content: <LimitPicker element={element} /> };
		case 'note':
			return { label: says.description, width: 420, content: <AboutPicker element={element} /> };
		case 'schedule':
			return { label: says.schedule, width: 360, content: <SchedulePicker element={element} /> };
		case 'transaction':
			return { label: says.whatStartsRule, width: 400, content: <EventPicker element={element} /> };
		case 'campaign':
			return { label, width: 360, content: <CampaignPicker element={element} /> };
		case 'filter':
			return isDeclared(element) ? { label, width: 440, content: <FilterPicker element={element} /> } : null;
		case 'text':
		case 'result':
			return null;
		default:
			return unreachable(element);
	}
}

const widths: { readonly [K in string]?: number } = { store: 420, spend: 400, quantity: 400, 'day-time': 360 };

function isDeclared(element: FilterElement): element is FilterElement & { readonly declaration: FilterDeclaration } {
	return element.declaration !== null;
}

function conditionPicker(canvas: CanvasValue, { id, condition, path }: ConditionElement): ReactNode {
	const { declaration, compilation, catalog } = canvas;
	const write = (text: string) => ({ kind: 'set-condition', declaration, condition: path, text }) as const;
	if (!isDrawn(condition)) return null;
	switch (condition.kind) {
		case 'day-time':
			return (
				<DayTimePicker
					id={id}
					condition={condition}
					weekStarts={weekStartsOf(compilation)}
					timezone={timezoneOf(compilation)}
					write={write}
				/>
			);
		case 'order-type':
		case 'channel':
		case 'tier':
		case 'segment': {
			const names = programNames(compilation, condition.kind);
			const color = (name: string) => (condition.kind === 'tier' ? tierColor(compilation, name) : null);
			const choices = names.map(({ text }) => ({ name: text, color: color(text) }));
			return <NamesPicker id={id} condition={condition} choices={choices} known={names} write={write} />;
		}
		case 'store':
			return <StorePicker id={id} condition={condition} catalog={catalog} write={write} />;
		case 'spend':
		case 'quantity':
			return <SpendPicker {...{ id, condition, write }} {...unitOf(canvas, condition)} />;
		case 'birthday':
		case 'anniversary':
			return <BirthdayPicker id={id} condition={condition} write={write} />;
		case 'purchase-number':
			return <PurchaseNumberPicker id={id} condition={condition} write={write} />;
		case 'member-fact':
			return <FactPicker id={id} condition={condition} write={write} />;
		case 'attribute':
			return <AttributePicker id={id} condition={condition} write={write} />;
		case 'always':
			return null;
		default:
			return unreachable(condition);
	}
}

type Amount = Extract<ConditionElement['condition'], { kind: 'spend' | 'quantity' }>;

/** What an amount is counted in: money, or a number with as many decimals as a quantity has. */
function unitOf({ compilation, currency }: CanvasValue, { kind, filter }: Amount) {
	const { numberFilters } = speechOf(compilation.document);
	const isMoney = kind === 'spend' && !(filter.kind === 'name' && numberFilters.has(filter.text));
	return isMoney ? { currency, decimals: currencyDecimals(currency) ?? 2 } : { currency: '', decimals: QUANTITY_DECIMALS };
}
