import { formatMinor, parseMinor } from '#compiler';
import type { Sample } from './sample.ts';

/** What the sample's customer pays, as decimal digits: items − discount + taxes + fees + tip. What cannot be read counts as 0. */
export function sampleTotal(sample: Sample, decimals: number): string {
	const minor = (typed: string) => {
		const parsed = parseMinor(typed === '' ? '0' : typed, decimals);
		return parsed.ok ? parsed.minor : 0;
	};
	const items = sample.lines.reduce((sum, line) => sum + minor(line.amount), 0);
	const total = items - minor(sample.discount) + minor(sample.taxes) + minor(sample.fees) + minor(sample.tip);
	return formatMinor(Math.max(0, total), decimals);
}
