/** The bars that Earnest is held to, whatever others do. A bar that is missed is said; a slow machine fails nothing. */
import { middle, short } from './report.ts';
import type { Found } from './rounds.ts';
import { EARNEST } from './subject.ts';

interface Bar {
	readonly says: string;
	readonly value: number;
	readonly most: number;
	readonly unit: string;
}

const BUILD_MOST_MS: Readonly<Record<number, number>> = { 1_000: 1_500, 10_000: 15_000 };
const CHANGE_MOST_MS = 10;
const RULE_MOST_KILOBYTES = 10;
const TAIL_MOST = 5;
const GROWTH_MOST = 4;

/** Every bar that was measured: what it is, what came out, and whether that is enough. */
export function renderBars(all: readonly Found[]): string {
	const own = all.filter(({ engine, rounds }) => engine === EARNEST && rounds.length > 0);
	const bars = [...own.flatMap(sizeBars), ...growthBars(own)];
	return bars.map(line).join('\n');
}

function sizeBars(found: Found): readonly Bar[] {
	const { size, changed } = found;
	const isLarge = size >= 1_000;
	const build = `${size} rules: from text to evaluator (${short(middle(found, 'compileMs'))} + ${short(middle(found, 'emitMs'))} ms)`;
	const bars: Bar[] = [];
	const buildMost = BUILD_MOST_MS[size];
	if (buildMost !== undefined) bars.push({ says: build, value: middle(found, 'buildMs'), most: buildMost, unit: 'ms' });
	if (isLarge && changed && !('error' in changed)) {
		const parts = `${short(changed.planMs)} + ${short(changed.evaluatorMs)} ms, 95th percentile ${short(changed.bothMs95)} ms`;
		const says = `${size} rules: one changed rule, to evaluator (${parts})`;
		bars.push({ says, value: changed.bothMs, most: CHANGE_MOST_MS, unit: 'ms' });
	}
	if (isLarge) {
		const says = `${size} rules: memory for a rule`;
		bars.push({ says, value: middle(found, 'bytesPerRule') / 1_000, most: RULE_MOST_KILOBYTES, unit: 'kB' });
	}
	bars.push({
		says: `${size} rules: 99th percentile, in medians (a loop of this length without memory: ${short(middle(found, 'machineTail'))})`,
		value: middle(found, 'p99') / middle(found, 'p50'),
		most: TAIL_MOST,
		unit: '×',
	});
	return bars;
}

function growthBars(own: readonly Found[]): readonly Bar[] {
	const [thousand, tenThousand] = [1_000, 10_000].map((size) => own.find((found) => found.size === size));
	if (!thousand || !tenThousand) return [];
	const value = middle(thousand, 'rawPerSecond') / middle(tenThousand, 'rawPerSecond');
	return [{ says: 'a transaction at 10000 rules, in those at 1000', value, most: GROWTH_MOST, unit: '×' }];
}

function line({ says, value, most, unit }: Bar): string {
	return `${value <= most ? 'met   ' : 'MISSED'}  ${says}: ${short(value)} ${unit}; the bar is ${short(most)} ${unit}`;
}
