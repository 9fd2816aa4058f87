import { expect, it } from 'vitest';
import { EarnParser } from './parser.ts';

it('has no rule that is ambiguous, endless or out of reach: it is examined here, and not wherever it is used', () => {
	expect(() => new EarnParser({ isExamined: true })).not.toThrow();
});
