/** Put in by build.mjs. */
declare const VOCABULARY: Record<string, string>;
/** By ISO 3166-1 alpha-3: Arabic name, English name, latitude, longitude. */
declare const COUNTRIES: Record<string, [string, string, number, number]>;
