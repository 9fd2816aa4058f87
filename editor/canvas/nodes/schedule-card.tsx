import { IconCalendarEvent } from '@tabler/icons-react';
import type { LocalDate } from '#compiler';
import { stateOf, windowOf } from '../../document/rule-window.ts';
import { localDigits } from '../../messages/digits.ts';
import { type CanvasValue, useCanvas } from '../canvas-context.ts';
import { hijriDates } from '../dates.ts';
import { aboutSet } from '../pickers/exclusive-field.tsx';
import { filled, namePart } from '../parts.ts';
import { whyNotWords } from '../reason-words.ts';
import { says } from '../says.ts';
import { timelineOf, type Timeline } from '../timeline.ts';
import { scheduleLamp } from '../trace.ts';
import type { ScheduleElement } from '../view.ts';
import { dateWords, isMissing } from '../words.ts';
import { Card } from './card.tsx';
import { LampRow, lampWords } from './lamp.tsx';
import { Port } from './ports.tsx';
import { Sentence } from './sentence.tsx';
import { boxWidth } from '../layout.ts';
import classes from './schedule-card.module.css';
import { WithNames } from './with-names.tsx';

/** How the rule stands at the moment; a campaign around it is named where it is what keeps the rule from running. */
function standing({ now, view }: CanvasValue, { active, status, enabled }: ScheduleElement): string {
	const clauses = [active, status].filter((clause) => clause !== null);
	const states = says.standing;
	if (!now) return enabled ? states.enabled : states.disabled;
	const own = stateOf(windowOf({ clauses }), now);
	const around = view.campaign ? stateOf(windowOf(view.campaign.campaign), now) : 'current';
	return own === 'current' && around !== 'current' ? says.campaignStanding[around] : states[own];
}

/** When the rule runs: its dates on a small bar with today, its status and its priority. */
export function ScheduleCard({ element }: { element: ScheduleElement }) {
	const canvas = useCanvas();
	const { id, active, enabled, parts, priority, exclusive } = element;
	const { arrangement, trace, readOnly } = canvas;
	const open = readOnly ? undefined : () => canvas.open({ id, part: 'picker' });
	const lamp = trace && scheduleLamp(trace);
	const from = active?.from && !isMissing(active.from) ? active.from : null;
	const until = active?.until && !isMissing(active.until) ? active.until : null;
	const hijri = hijriDates(from, until);
	const timeline = canvas.today && timelineOf(from, until, canvas.today);
	const rank =
		priority?.value.kind === 'number' ? localDigits(`${priority.negative ? '−' : ''}${priority.value.digits}`) : null;
	return (
		<div style={{ width: boxWidth('schedule', arrangement) }}>
			<Port id="flow-in" kind="flow" end="in" hop />
			<Card
				element={element}
				Icon={IconCalendarEvent}
				tone="flow"
				title={says.schedule}
				spoken={[null, lamp && says.inSample({ what: lampWords(lamp) })]}
			>
				<Sentence parts={parts} onOpen={open} />
				{hijri !== null && <p className={classes['hijri']}>{hijri}</p>}
				{timeline && canvas.today && <Bar timeline={timeline} today={canvas.today} />}
				<p className={classes['facts']}>
					<span className={classes['status']} data-enabled={enabled}>
						{standing(canvas, element)}
					</span>
					{rank !== null && <span>{says.priority({ rank })}</span>}
				</p>
				{exclusive && (
					<div className={classes['set']}>
						<Sentence parts={filled(says.atMostOneOf, { set: [namePart(exclusive.set)] })} onOpen={open} />
						{exclusive.set.kind === 'name' && <span>{aboutSet(canvas, exclusive.set.text)}</span>}
					</div>
				)}
				{lamp === 'fails' && trace?.rule && (
					<LampRow lamp="fails">
						<WithNames text={whyNotWords(trace.plan, trace.rule, [])} />
					</LampRow>
				)}
			</Card>
			<Port id="flow-out" kind="flow" end="out" />
		</div>
	);
}

/** The bar is a picture of the sentence above it, so it is not read aloud. */
function Bar({ timeline, today }: { timeline: Timeline; today: LocalDate }) {
	const { start, end, openStart, openEnd } = timeline;
	return (
		<span className={classes['bar']} aria-hidden title={says.today({ date: dateWords(today) })}>
			<span
				className={classes['window']}
				data-state={timeline.state}
				data-open-start={openStart || undefined}
				data-open-end={openEnd || undefined}
				style={{ insetInlineStart: percent(start), insetInlineEnd: percent(1 - end) }}
			/>
			<span className={classes['today']} style={{ insetInlineStart: percent(timeline.today) }} />
		</span>
	);
}

function percent(fraction: number): string {
	return `${(fraction * 100).toFixed(2)}%`;
}
