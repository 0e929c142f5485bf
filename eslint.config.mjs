import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import uninstalledApps from "./.ci/uninstalled-apps.cjs";

const RULES = {
  curly: ["error", "multi-line"],
  eqeqeq: "error",
  "no-console": "error",
  "no-constant-binary-expression": "error",
  "no-else-return": "error",
  "no-self-compare": "error",
  "no-unreachable-loop": "error",
  "no-useless-return": "error",
  "object-shorthand": "error",
};

const TYPE_AWARE_RULES = {
  "@typescript-eslint/consistent-type-exports": "error",
  "@typescript-eslint/consistent-type-imports": "error",
  "@typescript-eslint/explicit-member-accessibility": "error",
  "@typescript-eslint/no-deprecated": "error",
  "@typescript-eslint/no-explicit-any": "error",
  "@typescript-eslint/no-floating-promises": "error",
  "@typescript-eslint/no-non-null-assertion": "error",
  "@typescript-eslint/no-shadow": "error",
  "@typescript-eslint/no-unnecessary-boolean-literal-compare": "error",
  "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
  "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
  "@typescript-eslint/prefer-readonly": "error",
  "@typescript-eslint/promise-function-async": "error",
  "@typescript-eslint/restrict-template-expressions": ["error", { allowBoolean: true, allowNumber: true }],
  "@typescript-eslint/return-await": "error",
  "@typescript-eslint/strict-boolean-expressions": [
    "error",
    {
      allowNumber: false,
      allowString: false,
      allowNullableBoolean: true,
      allowNullableEnum: true,
      allowNullableString: true,
    },
  ],
  "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
};

export default defineConfig(
  {
    ignores: [
      ".gen/",
      "**/cdktf.out/",
      "dist/",
      "coverage/",
      ...uninstalledApps(import.meta.dirname).map((app) => `${app}/`),
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,mts}"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { ...RULES, ...TYPE_AWARE_RULES },
  },
  { files: ["**/*.{js,cjs,mjs}"], extends: [tseslint.configs.recommended], rules: RULES },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  {
    files: ["lib/core/synthesize.ts", "lib/cli/**", "apps/**", "bench/**", ".ci/**"],
    rules: { "no-console": "off" },
  },
  {
    // These read JSON of any shape.
    files: ["test/**", "bench/**", ".ci/**"],
    rules: {
      "@typescript-eslint/no-deprecated": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-shadow": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/strict-boolean-expressions": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
);
