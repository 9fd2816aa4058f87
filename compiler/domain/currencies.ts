/**
 * Decimals of the currencies, from ISO 4217 list one (active codes and fund codes, as of 2025), with the codes
 * withdrawn since 2020 so that histories can be evaluated. `Intl` is not asked: it follows custom, not the standard, for
 * some (HUF, IQD, LAK). Codes without minor units (metals, SDR, test codes) are left out.
 */
const CODES_BY_DECIMALS: readonly (readonly [decimals: number, codes: string])[] = [
	[0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
	[
		2,
		'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY ' +
			'COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS ' +
			'INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD ' +
			'NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP ' +
			'SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG ZWL',
	],
	[3, 'BHD IQD JOD KWD LYD OMR TND'],
	[4, 'CLF UYW'],
];

const decimalsByCode: ReadonlyMap<string, number> = new Map(
	CODES_BY_DECIMALS.flatMap(([decimals, codes]) => codes.split(' ').map((code) => [code, decimals] as const)),
);

/** The decimals of a currency (2 for AED, 3 for KWD, 0 for JPY); null where the code, in capitals, is none of ISO 4217. */
export function currencyDecimals(code: string): number | null {
	return decimalsByCode.get(code) ?? null;
}

/** Every known currency code, in alphabetical order. */
export function currencyCodes(): string[] {
	return [...decimalsByCode.keys()].sort();
}
