#!/usr/bin/env node
"use strict";

import("tsx").then(() => require("../lib/cli/cluster-linking.ts"));
