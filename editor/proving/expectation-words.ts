import { describeExpectation, type Expectation } from '#compiler';
import { localDigits } from '../messages/digits.ts';
import { spoken } from '../messages/language.ts';
import { formatMessage } from '../messages/message.ts';

/** What was expected and what came, in one sentence: in English the one of the command line. */
export function expectationWords(expectation: Expectation): string {
	const said = spoken().translation?.reasons.expected;
	if (!said) return describeExpectation(expectation);
	const { what, recipient, expected, got } = expectation;
	const points = { expected: localDigits(expected), got: localDigits(got) };
	const sentence = formatMessage(said[what.kind], { ...points, ...('name' in what && { name: what.name }) });
	return recipient === null ? sentence : formatMessage(said.forWhom[recipient], { sentence });
}
