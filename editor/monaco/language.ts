import type * as Monaco from 'monaco-editor/editor';
import { highlight } from '#grammar';

/** The name under which Monaco knows the language. */
export const LANGUAGE_ID = 'earn';

/** Teaches Monaco the language. Which words it has and how they are coloured, the grammar says. */
export function registerLanguage(monaco: typeof Monaco): void {
	monaco.languages.register({ id: LANGUAGE_ID, extensions: ['.earn'], aliases: ['Earn'] });
	monaco.languages.setLanguageConfiguration(LANGUAGE_ID, {
		comments: { lineComment: '//' },
		brackets: [
			['{', '}'],
			['(', ')'],
		],
		autoClosingPairs: [
			{ open: '{', close: '}', notIn: ['string', 'comment'] },
			{ open: '(', close: ')', notIn: ['string', 'comment'] },
			{ open: '"', close: '"', notIn: ['string', 'comment'] },
		],
		surroundingPairs: [
			{ open: '(', close: ')' },
			{ open: '"', close: '"' },
		],
		wordPattern: /[\p{L}\p{N}_]+/u,
		indentationRules: { increaseIndentPattern: /\{[^}]*$/, decreaseIndentPattern: /^\s*\}/ },
	});
	monaco.languages.setTokensProvider(LANGUAGE_ID, { getInitialState: () => new NoState(), tokenize });
}

/** A text in the language, for an editor to show. */
export function createText(monaco: typeof Monaco, text: string): Monaco.editor.ITextModel {
	const model = monaco.editor.createModel(text, LANGUAGE_ID);
	// Brackets have the colour of other signs: to find out how deep each stands, after every key, would be for nothing. The first
	// editor of a page gives its texts new options, with that turned on.
	const plainBrackets = () => {
		if (!model.getOptions().bracketPairColorizationOptions.enabled) return;
		model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
	};
	plainBrackets();
	model.onDidChangeOptions(plainBrackets);
	return model;
}

/** Nothing in the language goes on past its line, so there is nothing to remember between lines. */
class NoState implements Monaco.languages.IState {
	clone(): this {
		return this;
	}
	equals(other: Monaco.languages.IState): boolean {
		return other instanceof NoState;
	}
}

/** The coloured stretches of one line, gaps between them included. */
export function tokenize(line: string, endState: Monaco.languages.IState): Monaco.languages.ILineTokens {
	const tokens: Monaco.languages.IToken[] = [];
	let end = 0;
	for (const { span, class: highlightClass } of highlight(line)) {
		if (span.start > end) tokens.push({ startIndex: end, scopes: '' });
		tokens.push({ startIndex: span.start, scopes: highlightClass });
		end = span.end;
	}
	if (end < line.length) tokens.push({ startIndex: end, scopes: '' });
	return { tokens, endState };
}
