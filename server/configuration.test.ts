import { describe, expect, test } from 'vitest';
import { type Configuration, configure } from './configuration.ts';

function configuration(environment: Record<string, string>): Configuration | readonly string[] {
	const configured = configure(environment);
	return configured.ok ? configured.configuration : configured.faults;
}

describe('the configuration', () => {
	test('without anything said is for one person on one machine', () => {
		expect(configuration({ PATH: '/bin' })).toEqual({
			port: 4600,
			host: '127.0.0.1',
			data: './data',
			hosts: ['localhost', '127.0.0.1', '[::1]'],
			logLevel: null,
			demo: true,
		});
	});

	test('takes what is said', () => {
		const environment = {
			PORT: '0',
			HOST: '::1',
			EARNEST_DATA: '/srv',
			EARNEST_HOSTS: 'Points.example, b',
			EARNEST_LOG: 'info',
			EARNEST_DEMO: 'off',
		};
		expect(configuration(environment)).toEqual({
			port: 0,
			host: '::1',
			data: '/srv',
			hosts: ['localhost', '127.0.0.1', '[::1]', 'points.example', 'b'],
			logLevel: 'info',
			demo: false,
		});
	});

	test('for everybody answers for any host, unless hosts are named, and warns', () => {
		expect(configuration({ HOST: '0.0.0.0' })).toMatchObject({ hosts: null });
		expect(configuration({ HOST: '0.0.0.0', EARNEST_HOSTS: 'a' })).toMatchObject({ hosts: ['a'] });
		const configured = configure({ HOST: '0.0.0.0', EARNEST_PROT: '80' });
		expect(configured).toMatchObject({
			warnings: [/EARNEST_PROT is not a setting/, /0\.0\.0\.0 can be reached by others/].map((text) =>
				expect.stringMatching(text),
			),
		});
		expect(configure({ HOST: '127.1.2.3' })).toMatchObject({ warnings: [] });
	});

	test('says everything that is wrong, by name', () => {
		expect(
			configuration({ PORT: '80a', HOST: '', EARNEST_HOSTS: 'a:80,http://b', EARNEST_LOG: 'loud', EARNEST_DEMO: 'yes' }),
		).toEqual([
			'PORT must be a number from 0 to 65535; it is "80a"',
			'HOST must be an address, such as 127.0.0.1; it is ""',
			'EARNEST_HOSTS must be host names without ports, separated by commas; it is "a:80,http://b"',
			'EARNEST_LOG must be debug, info, warn, error or silent; it is "loud"',
			'EARNEST_DEMO must be on or off; it is "yes"',
		]);
		expect(configuration({ PORT: '65536' })).toEqual(['PORT must be a number from 0 to 65535; it is "65536"']);
	});
});
