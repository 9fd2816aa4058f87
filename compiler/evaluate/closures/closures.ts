import type { Backend, BackendOptions } from '../fast/backend.ts';
import type { Guard } from '../fast/scene.ts';
import { conditionClosure, sharedClosure } from './conditions.ts';
import { quotientClosure } from './quotients.ts';

/** The backend that makes no code from strings. */
export function closureBackend(options: BackendOptions): Backend {
	return {
		guard: (dates, conditions) => {
			const tests = conditions
				.filter(({ kind }) => kind !== 'always')
				.map((condition): Guard => sharedClosure(condition, options));
			const guards: Guard[] = [
				...dates.map(
					(each): Guard =>
						(_, scene) =>
							scene.isWithin(each),
				),
				...tests,
			];
			const [first] = guards;
			if (first && guards.length === 1) return first;
			return (transaction, scene) => guards.every((guard) => guard(transaction, scene));
		},
		condition: (condition) => conditionClosure(condition, options),
		base: quotientClosure,
	};
}
