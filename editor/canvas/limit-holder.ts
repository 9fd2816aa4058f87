import type { Path } from '#compiler/edits';
import type { LimitElement } from './view.ts';

/** Where what a limit stands in stands itself: the rule, or the campaign around it. `declaration` is the place of the rule. */
export function holderOf(declaration: Path, { of }: LimitElement): Path {
	return of === 'rule' ? declaration : [[declaration].flat()[0] ?? 0];
}
