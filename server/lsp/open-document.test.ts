import { expect, test } from 'vitest';
import { changedDocument, openDocument } from './open-document.ts';

const at = (line: number, from: number, to: number) => ({
	start: { line, character: from },
	end: { line, character: to },
});

test('changes follow one another', () => {
	const document = openDocument('file:///a.earn', 1, 'rule "A" {\r\n  earn 1\r\n}');
	const changed = changedDocument(
		document,
		[
			{ range: at(1, 7, 8), text: '10\r\n  limit 5' },
			{ range: at(2, 2, 7), text: 'status' },
			{ range: at(3, 1, 1), text: ' // 🎉' },
		],
		2,
	);
	expect(changed).toMatchObject({
		uri: 'file:///a.earn',
		version: 2,
		text: 'rule "A" {\r\n  earn 10\r\n  status 5\r\n} // 🎉',
	});
	expect(document).toMatchObject({ version: 1, text: 'rule "A" {\r\n  earn 1\r\n}' });
});

test('a change without a place is the whole text', () => {
	const changed = changedDocument(openDocument('a', 1, 'old'), [{ text: 'new' }, { range: at(0, 3, 3), text: 'er' }], 5);
	expect([changed.text, changed.version]).toEqual(['newer', 5]);
});

test('no change changes the version', () => {
	expect(changedDocument(openDocument('a', 1, 'old'), [], 2)).toMatchObject({ text: 'old', version: 2 });
});
