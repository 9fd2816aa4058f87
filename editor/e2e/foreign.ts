import type { Page } from '@playwright/test';

/** What is written in Latin letters in every language: names of products, keys, the words of searches, codes. */
const ALLOWED =
	/^(AED|Earnest|React Flow( attribution)?|English|Ctrl|Alt|Shift|Enter|Tab|Esc|Home|End|Del|Menu|Space|F\d+|[a-z]+:[\p{L}]*)$/u;

/** What a page says in Latin letters that is no name of the user's, which is set apart, and no part of a program. */
export async function englishOn(page: Page): Promise<string[]> {
	const said = await page.evaluate(latinOutsideOfNames);
	return said.filter((words) => !ALLOWED.test(words));
}

/** Runs in the page: seen texts, and the names and hints of elements. Single words of a program may stand in sentences as they are. */
function latinOutsideOfNames(): string[] {
	const isProgram =
		'bdi, code, kbd, textarea, input, [aria-hidden="true"], [role="code"], .monaco-editor, .react-flow__attribution';
	const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];
	const found = new Set<string>();
	const see = (words: string | null) => {
		let own = (words ?? '').replaceAll(/`[^`]*`/g, ' ');
		// What is set apart inside of a sentence is a name, a formula or an amount, unless it is read from the right.
		for (let before = ''; before !== own; ) {
			before = own;
			own = own
				.replaceAll(/[\u2066\u2068][^\u2066-\u2069]*\u2069/g, ' ')
				.replaceAll(/\u2067([^\u2066-\u2069]*)\u2069/g, '$1');
		}
		// A sentence has two words and more beside one another.
		for (const [english] of own.matchAll(/[A-Za-z]{2,}(?:[ ,.’-]+[A-Za-z]+)+/g)) found.add(english);
	};
	for (const element of document.body.querySelectorAll('*')) {
		if (
			element.closest(isProgram) ||
			element.closest('script, style') ||
			!element.checkVisibility({ visibilityProperty: true })
		)
			continue;
		for (const name of spoken) see(element.getAttribute(name));
		for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) see(node.textContent);
	}
	return [...found];
}
