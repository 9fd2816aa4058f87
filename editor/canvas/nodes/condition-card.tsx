import { type Condition, type Name, type Plain, print } from '#grammar';
import { describeSeen, unreachable, QUANTITY_DECIMALS } from '#compiler';
import { gutterSide } from '../arrangement.ts';
import { isDrawn } from '../drawn.ts';
import { type CanvasValue, useCanvas } from '../canvas-context.ts';
import { programNames, timezoneOf, weekStartsOf } from '../program-names.ts';
import { BirthdayPicker } from '../pickers/birthday-picker.tsx';
import { DayTimePicker } from '../pickers/day-time-picker.tsx';
import { NamesPicker } from '../pickers/names-picker.tsx';
import { SpendPicker } from '../pickers/spend-picker.tsx';
import { StorePicker } from '../pickers/store-picker.tsx';
import { conditionLamp, conditionTrace } from '../trace.ts';
import type { ConditionElement } from '../view.ts';
import { Card } from './card.tsx';
import { conditionIcons } from './icons.ts';
import { LampRow, lampWords } from './lamp.tsx';
import { Port } from './ports.tsx';
import { RawBody, rawTitle } from './raw-body.tsx';
import { Sentence } from './sentence.tsx';
import { WithNames } from './with-names.tsx';
import classes from './stages.module.css';

/** A condition in the lane: its sentence, what the sample showed, and its picker. */
export function ConditionCard({ element }: { element: ConditionElement }) {
	const canvas = useCanvas();
	const { id, condition, index, parts } = element;
	const picker = pickerOf(canvas, element);
	const drawn = isDrawn(condition);
	const lamp = canvas.trace && conditionLamp(canvas.trace, index);
	const place = `Condition ${index + 1} of ${canvas.view.conditions.length}`;
	return (
		<li className={classes['condition']}>
			<Card
				element={element}
				Icon={conditionIcons[condition.kind]}
				tone={drawn ? 'yes-no' : 'plain'}
				spoken={[place, lamp && `${lampWords(lamp)} for the sample`]}
				flat
				{...(!drawn && { title: rawTitle(condition.kind !== 'raw') })}
				{...(picker && { picker: { label: `Edit: ${element.label}`, content: picker } })}
			>
				{drawn ? (
					<Sentence parts={parts} onOpen={picker ? () => canvas.open({ id, part: 'picker' }) : undefined} />
				) : (
					<RawBody id={id} span={element.span} source={element.source} />
				)}
				{lamp && condition.kind !== 'always' && <LampRow lamp={lamp}>{seenWords(canvas, index)}</LampRow>}
			</Card>
			{canvas.view.wires.some((wire) => wire.to === id) && (
				<Port id={`money-${id}`} kind="money" end="in" side={gutterSide('condition', canvas.arrangement)} />
			)}
		</li>
	);
}

function seenWords({ trace, view }: CanvasValue, index: number) {
	const seen = trace && conditionTrace(trace, index);
	if (!trace?.rule || !seen || view.conditions[index]?.health === 'raw') return undefined;
	return <WithNames text={describeSeen(trace.plan, trace.rule.index, seen)} />;
}

function pickerOf(canvas: CanvasValue, { id, condition, index }: ConditionElement) {
	const { declaration, compilation, catalog, currency, currencyDecimals, scope } = canvas;
	const set = (next: Plain<Condition>) =>
		void canvas.perform({ kind: 'set-condition', declaration, condition: index, text: print(next) });
	if (!isDrawn(condition)) return null;
	switch (condition.kind) {
		case 'day-time':
			return (
				<DayTimePicker
					id={id}
					condition={condition}
					weekStarts={weekStartsOf(compilation)}
					timezone={timezoneOf(compilation)}
					onChange={set}
				/>
			);
		case 'order-type':
		case 'channel':
		case 'tier':
		case 'segment': {
			const names: readonly Name[] = programNames(compilation, condition.kind);
			const color = (name: string) => (condition.kind === 'tier' ? tierColor(compilation, name) : null);
			const choices = names.map(({ text }) => ({ name: text, color: color(text) }));
			return <NamesPicker id={id} condition={condition} choices={choices} known={names} onChange={set} />;
		}
		case 'store':
			return <StorePicker id={id} condition={condition} catalog={catalog} onChange={set} />;
		case 'spend':
		case 'quantity':
			return (
				<SpendPicker
					{...{ id, condition, currency, filters: scope.filters }}
					decimals={condition.kind === 'spend' ? currencyDecimals : QUANTITY_DECIMALS}
					onChange={set}
				/>
			);
		case 'birthday':
		case 'anniversary':
			return <BirthdayPicker id={id} condition={condition} onChange={set} />;
		case 'always':
			return null;
		default:
			return unreachable(condition);
	}
}

function tierColor({ symbols }: CanvasValue['compilation'], name: string): string | null {
	const clause = symbols.tierByName.get(name)?.clauses.find((candidate) => candidate.kind === 'color-clause');
	return clause?.kind === 'color-clause' && clause.color.kind === 'color' ? clause.color.text : null;
}
