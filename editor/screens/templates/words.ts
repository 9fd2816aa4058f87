import { templates } from '../../messages/en/templates.ts';
import { wordsOf } from '../../messages/message.ts';
import type { QuestionKind } from './questions.ts';
import type { TemplateId } from './templates.ts';

/** Everything that the gallery of templates and its questions say. */
export const words = wordsOf('templates', templates);

/** How a template puts a question. */
export function questionWords(template: TemplateId, kind: QuestionKind): string {
	return template === 'favourites' && kind === 'filter' ? words.whichItemsEarn : words.questions[kind];
}
