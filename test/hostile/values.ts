const MEGABYTE = 1_000_000;

/** Texts that nobody means well with. A token that is not there, `${TfToken[TOKEN.999999]}`, is refused by cdktf itself. */
export const TEXTS: Readonly<Record<string, string>> = {
  empty: "",
  "a blank": " ",
  "1 MB": "x".repeat(MEGABYTE),
  "1 MB of emoji": "😀".repeat(MEGABYTE / 4),
  "a line break": "a\nb",
  NUL: "a\u0000b",
  "half of a character": "a\ud800b",
  "a token that is none": "${nothing}",
  "an open interpolation": "${",
  "an interpolation of another kind": "%{ for x in y }",
  "an escape": "$${a}%%{b}",
  "quotes and braces": "\"'`}]{[\\",
  __proto__: "__proto__",
  constructor: "constructor",
  "text that turns round": "a\u202eb",
  "a number too large": "1e999",
};

/** Values of other types than TypeScript would allow; texts are hostile to them too. */
export const TYPES: Readonly<Record<string, unknown>> = {
  null: null,
  "a number": 7,
  NaN: Number.NaN,
  infinity: Number.POSITIVE_INFINITY,
  "a bigint": 7n,
  "a boolean": true,
  "an object": {},
  "an object without a prototype": Object.create(null) as unknown,
  "a list": [],
  "a list of null": [null],
  "a list of lists": [[["a"]]],
  "a function": () => "a",
  "a symbol": Symbol("a"),
  "a date": new Date(0),
  "a date that is none": new Date(Number.NaN),
};
