/** Exclusive sets that priority decides, or of which one rule alone matches. */
import type { Plan } from '../../plan/plan.ts';
import type { Performer } from './performer.ts';

/** The places, among `count` matching slots, of the rules that stay; null where points have to be compared. */
export function stayingIn(
	matching: Int32Array,
	count: number,
	performers: readonly Performer[],
	{ exclusives, rules }: Plan,
): number[] | null {
	const best = new Map<number, number>();
	for (let at = 0; at < count; at++) {
		const { exclusive } = performerAt(at, matching, performers);
		if (exclusive < 0) continue;
		const before = best.get(exclusive);
		if (before === undefined) best.set(exclusive, at);
		else if (exclusives[exclusive]?.picks === 'highest points') return null;
		else if (isBefore(at, before)) best.set(exclusive, at);
	}
	const stays = (at: number) => {
		const { exclusive } = performerAt(at, matching, performers);
		return exclusive < 0 || best.get(exclusive) === at;
	};
	return Array.from({ length: count }, (_, at) => at).filter(stays);

	/** Of equal priorities the name decides; slots come by priority already. */
	function isBefore(at: number, before: number): boolean {
		const [own, other] = [at, before].map((place) => rules[performerAt(place, matching, performers).source.index]);
		return own !== undefined && other !== undefined && own.priority === other.priority && own.name < other.name;
	}
}

function performerAt(at: number, matching: Int32Array, performers: readonly Performer[]): Performer {
	return performers[matching[at] as number] as Performer;
}
