import type { Translated } from '../catalogue.ts';
import type { counts as english } from '../en/counts.ts';

export const counts = {
	errors: '{count, plural, zero{لا أخطاء} one{خطأ واحد} two{خطآن} few{# أخطاء} many{# خطأً} other{# خطأ}}',
	warnings: '{count, plural, zero{لا تنبيهات} one{تنبيه واحد} two{تنبيهان} few{# تنبيهات} many{# تنبيهًا} other{# تنبيه}}',
	members: '{count, plural, zero{لا أعضاء} one{عضو واحد} two{عضوان} few{# أعضاء} many{# عضوًا} other{# عضو}}',
	points:
		'{count, plural, zero{لا نقاط} one{نقطة واحدة} two{نقطتان} few{{shown} نقاط} many{{shown} نقطة} other{{shown} نقطة}}',
	days: '{count, plural, zero{لا أيام} one{يوم واحد} two{يومان} few{{shown} أيام} many{{shown} يومًا} other{{shown} يوم}}',
} satisfies Translated<typeof english>;
