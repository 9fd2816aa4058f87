/**
 * The first script of the page that runs, and small beside the others: while those are on their way, a program that the address
 * names is asked for, the parser is made ready, and the program is read.
 */
import { prepareParser } from '#grammar';
import { askAhead } from './document/ahead.ts';

const program = programOf(location.pathname);
if (program !== null) {
	void askAhead(program, (input, init) => fetch(input, init));
	prepareParser();
	// The first question for what the browser knows of languages takes it tens of milliseconds; the messages ask it.
	Intl.NumberFormat.supportedLocalesOf(document.documentElement.lang);
}

/** The program that an address names; null where it names none, or none that can be read. */
function programOf(pathname: string): string | null {
	const [, name] = /^\/programs\/([^/]+)/.exec(pathname) ?? [];
	try {
		return name === undefined ? null : decodeURIComponent(name);
	} catch {
		return null;
	}
}
