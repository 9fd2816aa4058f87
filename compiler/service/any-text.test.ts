import { parse } from '#grammar';
import { expect, test } from 'vitest';
import { Chance } from '../edits/testing/chance.ts';
import { randomDocument } from '../edits/testing/documents.ts';
import { complete, currencyOf, hoverAt, plainText, proseOfRule, scopeOf } from './index.ts';

const seed = Number(process.env['SEED'] ?? 20_260_101);

test('the service answers in any text, cut off anywhere', () => {
	for (let index = 0; index < 300; index++) {
		const chance = Chance.seeded(seed + index);
		const whole = randomDocument(chance);
		const text = chance.happens(50) ? whole.slice(0, chance.below(whole.length + 1)) : whole;
		const { document } = parse(text);
		const scope = scopeOf(document);
		const offset = chance.below(text.length + 1);
		const where = `SEED=${seed + index}, offset ${offset}`;
		for (const { replace, insert } of complete({ source: text, document }, offset, scope)) {
			const inside = replace.start >= 0 && replace.start <= offset && offset <= replace.end && replace.end <= text.length;
			expect({ where, inside, written: insert !== '' }).toEqual({ where, inside: true, written: true });
		}
		const hover = hoverAt(text, document, offset);
		expect({ where, covers: !hover || (hover.span.start <= offset && offset <= hover.span.end) }).toEqual({
			where,
			covers: true,
		});
		for (const declaration of document.declarations) {
			if (declaration.kind !== 'rule') continue;
			const sentence = plainText(proseOfRule(declaration, currencyOf(document)));
			const faulty = / gets? .+\.$/su.test(sentence) ? /undefined|null|NaN|\[object/u.exec(sentence) : sentence;
			expect({ where, faulty }).toEqual({ where, faulty: null });
		}
	}
});
