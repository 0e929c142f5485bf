import { Rule } from "./rule";

export const valueOfAnotherType = new Rule("CL102", "error", {
  title: "A value of another type",
  effect:
    "TypeScript refuses it. From JavaScript, or behind a cast, it would end inside the library, or become text such as [object Object].",
  allowed: "The type that the property has in the declarations; `undefined` where it may be left out.",
  fix: "Give a value of that type, or leave the property out.",
  evidence: "own",
});
