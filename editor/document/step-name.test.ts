import { expect, it } from 'vitest';
import { arabic, english, saidIn } from '../messages/testing/speaking.ts';
import { stepName } from './step-name.ts';

it.each([
	['Add condition', 'Add condition', 'إضافة شرط'],
	['Change earn', 'Change points', 'تغيير نقاط'],
	['Remove exclusive set', 'Remove exclusive set', 'إزالة مجموعة حصرية'],
	['Group conditions', 'Group conditions', 'تجميع شروط'],
	['Typing', 'Typing', 'الكتابة'],
	['Favourite items', 'Favourite items', 'Favourite items'],
	['Add Favourite items', 'Add Favourite items', 'Add Favourite items'],
	['toString toString', 'toString toString', 'toString toString'],
	['', '', ''],
])('calls the step %j in the language that is spoken', (label, inEnglish, inArabic) => {
	expect(saidIn(english, () => stepName(label))).toBe(inEnglish);
	expect(saidIn(arabic, () => stepName(label))).toBe(inArabic);
});
