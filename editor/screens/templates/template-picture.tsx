import { IconCalendarEvent, IconGauge, type TablerIcon } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Condition } from '#grammar';
import { conditionIcons } from '../../canvas/nodes/icons.ts';
import { pictureParts } from './picture-parts.ts';
import classes from './template-picture.module.css';
import type { RuleTemplate } from './templates.ts';

const CARD = 30;
const GAP = 14;
const MIDDLE = 24;
const EFFECT = 66;
const START = 18;
/** How far down the wires and their filters reach. */
const WITH_MONEY = 78;
const WITHOUT = 48;

/** The conditions that ask for names of the program. */
const ofNames: ReadonlySet<Condition['kind']> = new Set(['tier', 'channel', 'store', 'order-type', 'segment']);

/** A rule of a template as the canvas would draw it, very small: the flow, what it passes, and what it gives. */
export function TemplatePicture({ template }: { readonly template: RuleTemplate }) {
	const parts = useMemo(() => pictureParts(template), [template]);
	const gates: { readonly Icon: TablerIcon; readonly kind: string }[] = [
		...(parts.dates ? [{ Icon: IconCalendarEvent, kind: 'flow' }] : []),
		...parts.conditions.map((kind) => ({ Icon: conditionIcons[kind], kind: kindOf(kind) })),
	];
	const height = parts.counts || gates.some(({ kind }) => kind === 'money') ? WITH_MONEY : WITHOUT;
	const effectAt = START + gates.length * (CARD + GAP) + GAP;
	const limitAt = effectAt + EFFECT + GAP;
	const width = parts.limit ? limitAt + CARD : effectAt + EFFECT;
	return (
		<svg
			viewBox={`0 0 ${width + 4} ${height}`}
			width={width + 4}
			height={height}
			className={classes['picture']}
			aria-hidden="true"
		>
			<line x1={8} x2={width - 4} y1={MIDDLE} y2={MIDDLE} className={classes['flow']} />
			<path d={`M3 ${MIDDLE - 7} 16 ${MIDDLE} 3 ${MIDDLE + 7}Z`} className={classes['start']} />
			{gates.map(({ Icon, kind }, at) => (
				// Cards of a picture have no identity besides their place.
				// oxlint-disable-next-line react/no-array-index-key
				<SmallCard key={at} x={START + GAP + at * (CARD + GAP)} kind={kind} Icon={Icon} />
			))}
			<Effect x={effectAt} label={parts.effect} counts={parts.counts} />
			{parts.limit ? <SmallCard x={limitAt} kind="number" Icon={IconGauge} /> : null}
		</svg>
	);
}

function kindOf(kind: Condition['kind']): string {
	if (ofNames.has(kind)) return 'names';
	return kind === 'spend' || kind === 'quantity' ? 'money' : 'yes-no';
}

function SmallCard({ x, kind, Icon }: { readonly x: number; readonly kind: string; readonly Icon: TablerIcon }) {
	return (
		<g className={classes['card']} data-kind={kind}>
			{kind === 'money' ? <Filter middle={x + CARD / 2} /> : null}
			<rect x={x} y={MIDDLE - CARD / 2} width={CARD} height={CARD} rx={7} />
			<Icon x={x + 6} y={MIDDLE - 9} size={18} stroke={1.75} />
		</g>
	);
}

/** What is given, with the port of its points. */
function Effect({ x, label, counts }: { readonly x: number; readonly label: string; readonly counts: boolean }) {
	return (
		<g>
			{counts ? <Filter middle={x + EFFECT / 2} /> : null}
			<g className={classes['effect']}>
				<rect x={x} y={MIDDLE - CARD / 2} width={EFFECT} height={CARD} rx={7} />
				<path
					d="M10 .8 12.7 6.6 19 7.4 14.4 11.8 15.6 18.1 10 15 4.4 18.1 5.6 11.8 1 7.4 7.3 6.6Z"
					transform={`translate(${x + 5} ${MIDDLE - 8.5}) scale(0.85)`}
					className={classes['star']}
				/>
				<text x={x + 43} y={MIDDLE + 4.5} className={classes['label']}>
					{label}
				</text>
			</g>
		</g>
	);
}

/** A cart filter below the card that uses it, with the port of its money. */
function Filter({ middle }: { readonly middle: number }) {
	return (
		<g className={classes['money']}>
			<path d={`M${middle} 56V${MIDDLE + CARD / 2}`} className={classes['wire']} />
			<circle cx={middle} cy={65} r={9} className={classes['port']} />
			<text x={middle} y={69} className={classes['letter']}>
				$
			</text>
		</g>
	);
}
