import { print } from '#grammar';
import type { Operation, Path } from '#compiler/edits';
import { statusNode } from './fragments.ts';
import type { ScheduleElement } from './view.ts';

/** Switches a rule on or off. Without a status a rule is enabled; one that is written stays written. */
export function setStatus(declaration: Path, { status }: Pick<ScheduleElement, 'status'>, enabled: boolean): Operation {
	const text = enabled && !status ? null : print(statusNode(enabled ? 'enabled' : 'disabled'));
	return { kind: 'set-clause', declaration, clause: 'status', text };
}
