#!/usr/bin/env node
"use strict";

require("tsx/cjs");
require("../lib/cli/cluster-linking.ts");
