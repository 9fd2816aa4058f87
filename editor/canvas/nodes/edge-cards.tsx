import { Position } from '@xyflow/react';
import { IconBolt, IconFilter, IconFlag, IconReceipt2 } from '@tabler/icons-react';
import { countOf } from '../../messages/counted.ts';
import { localDigits } from '../../messages/digits.ts';
import { Rich } from '../../messages/rich.tsx';
import { gutterSide } from '../arrangement.ts';
import { useCanvas } from '../canvas-context.ts';
import { resultWords, sampleAmount, type SampleTrace } from '../trace.ts';
import { multiplierWords, rowOf } from '../award-words.ts';
import { whyNotWords } from '../reason-words.ts';
import { says } from '../says.ts';
import { pointDigits, pointsShown, timeShown, words } from '../words.ts';
import { rationalWords } from '../rational-words.ts';
import { isPurchase } from '../drawn.ts';
import { filled, hole, value } from '../parts.ts';
import type { FilterElement, ResultElement, TransactionElement } from '../view.ts';
import { Card } from './card.tsx';
import { LampRow } from './lamp.tsx';
import { Port } from './ports.tsx';
import { Sentence } from './sentence.tsx';
import { boxWidth } from '../layout.ts';
import { WithNames } from './with-names.tsx';
import points from '../../panels/points.module.css';
import classes from './edge-cards.module.css';
import type { Day } from '#grammar';

/** Where the flow begins: a purchase or another event, and when the sample was made. */
export function TransactionCard({ element }: { element: TransactionElement }) {
	const canvas = useCanvas();
	const { arrangement, trace } = canvas;
	const local = trace?.explanation.local;
	const open = canvas.readOnly ? undefined : () => canvas.open({ id: element.id, part: 'picker' });
	const event = element.on?.kind === 'missing' ? hole(element.on) : value(element.title);
	return (
		<div style={{ width: boxWidth('transaction', arrangement) }}>
			<Card element={element} Icon={isPurchase(element.on) ? IconReceipt2 : IconBolt} tone="flow" title={says.start}>
				<Sentence parts={filled(says.onEvent, { event: [event] })} onOpen={open} />
				<p className={classes['fact']}>
					{local ? says.sampleTime({ day: words.days[local.day as Day], time: timeShown(local.minute) }) : says.byAnyMember}
				</p>
			</Card>
			<Port id="flow-out" kind="flow" end="out" hop />
		</div>
	);
}

/** A cart filter: what it counts, and what it comes to in the sample. */
export function FilterCard({ element }: { element: FilterElement }) {
	const { arrangement, trace, view } = useCanvas();
	const feedsLimit =
		arrangement.shape !== 'column' &&
		view.wires.some(({ from, to }) => from === element.id && view.limits.some(({ id }) => id === to));
	const amount = trace && sampleAmount(trace, element.name);
	const side = gutterSide('filter', arrangement);
	return (
		<div style={{ width: boxWidth('filter', arrangement) }}>
			<Card
				element={element}
				Icon={IconFilter}
				tone="money"
				title={element.name}
				spoken={[null, amount === null ? null : says.amountInSample({ amount })]}
			>
				<p className={classes['text']}>{element.summary}</p>
				{amount !== null && (
					<p className={classes['amount']}>
						<Rich say={says.amountInSample} parts={{ amount: <strong>{amount}</strong> }} />
					</p>
				)}
			</Card>
			<Port id="money-out" kind="money" end="out" side={side} />
			{feedsLimit && <Port id="money-on" kind="money" end="out" side={oppositeOf(side)} />}
		</div>
	);
}

function oppositeOf(side: Position): Position {
	return side === Position.Left ? Position.Right : Position.Left;
}

/** Where the flow ends: what the sample earns by this rule, or why it earns nothing. */
export function ResultCard({ element }: { element: ResultElement }) {
	const { arrangement, trace } = useCanvas();
	return (
		<div style={{ width: boxWidth('result', arrangement) }}>
			<Port id="points-in" kind="points" end="in" hop />
			<Card element={element} Icon={IconFlag} tone="points" title={says.result} spoken={[null, trace && resultWords(trace)]}>
				{trace?.rule ? <SampleResult trace={trace} /> : <p className={classes['text']}>{noResult(trace)}</p>}
			</Card>
		</div>
	);
}

function noResult(trace: SampleTrace | null): string {
	return trace ? says.notComputed : says.whatTheMemberGets;
}

function SampleResult({ trace }: { trace: SampleTrace }) {
	const { view } = useCanvas();
	const { plan, award, rule } = trace;
	const decimals = plan.program.pointDecimals;
	if (rule?.awarded && !award) return <p className={classes['fact']}>{words.multipliesOthers}</p>;
	if (!award || !rule) {
		return (
			<>
				<Points digits="0" />
				<LampRow lamp="fails" words={words.notAwarded} />
				<p className={classes['text']}>
					{rule && (
						<WithNames
							text={whyNotWords(
								plan,
								rule,
								view.conditions.map(({ label }) => label),
							)}
						/>
					)}
				</p>
			</>
		);
	}
	return (
		<>
			<Points digits={pointDigits(award.givenUnits, decimals)} />
			{award.multipliers.length > 0 && (
				<p className={classes['fact']}>
					{rowOf([rationalWords(award.base), ...award.multipliers.map((each) => multiplierWords(each, plan))])}
				</p>
			)}
			{award.cutBy && (
				<p className={classes['fact']}>{words.cutFrom[award.cutBy]({ points: pointsShown(award.wantedUnits, decimals) })}</p>
			)}
			<p className={classes['fact']}>{words.roundedCapital[plan.program.rounding]}</p>
		</>
	);
}

function Points({ digits }: { digits: string }) {
	return (
		<p className={points['points']}>
			<Rich
				say={({ shown }) => says.pointsCounted({ count: countOf(digits), shown })}
				parts={{ shown: <strong>{localDigits(digits)}</strong> }}
			/>
		</p>
	);
}
