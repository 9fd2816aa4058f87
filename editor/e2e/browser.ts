/** Which browser the page tests drive, and how it is started. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, '.cache', 'browser');
const SYSTEM_BROWSER = '/usr/bin/chromium';

/** Never those of the package that brings the browser: they switch web security off. */
export const LAUNCH_FLAGS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** The browser named by `CHROMIUM_PATH`, else the system's, else the place where {@link bringBrowser} puts the one that npm brought. */
export function browserPath(): string {
	const named = process.env['CHROMIUM_PATH'];
	if (named !== undefined && named !== '') return named;
	return existsSync(SYSTEM_BROWSER) ? SYSTEM_BROWSER : join(unpackedFolder(), 'chromium');
}

/** The environment of the browser. A machine without fonts of its own gets those that came with the browser. */
export function browserEnvironment(): Record<string, string> {
	const inherited = Object.fromEntries(
		Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
	return existsSync('/etc/fonts/fonts.conf')
		? inherited
		: { FONTCONFIG_PATH: join(unpackedFolder(), 'fonts'), ...inherited };
}

/** Unpacks the browser once; nothing to do where there is one already. */
export async function bringBrowser(): Promise<void> {
	if (existsSync(browserPath())) return;
	if (process.env['CHROMIUM_PATH']) throw new Error(`CHROMIUM_PATH names no file: ${browserPath()}`);
	mkdirSync(CACHE, { recursive: true });
	// Unpacked beside its place and then moved: a second run never sees half a browser.
	const folder = mkdtempSync(join(CACHE, 'unpacking-'));
	const outside = process.env['TMPDIR'];
	// The package reuses whatever browser lies in the folder for temporary files.
	process.env['TMPDIR'] = folder;
	try {
		const { default: chromium } = await import('@sparticuz/chromium');
		await chromium.executablePath();
		if (!existsSync(unpackedFolder())) renameSync(folder, unpackedFolder());
	} finally {
		if (outside === undefined) delete process.env['TMPDIR'];
		else process.env['TMPDIR'] = outside;
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Named by the package's version, so that a newer browser does not meet an older one. */
function unpackedFolder(): string {
	// The package hides its package.json from imports: it stands two folders above its entry.
	const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
	const manifest = JSON.parse(readFileSync(join(dirname(entry), '..', '..', 'package.json'), 'utf8')) as { version: string };
	return join(CACHE, `chromium-${manifest.version}`);
}
