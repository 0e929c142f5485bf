import { writePlatform } from "cluster-linking-apps/platform/write-platform";

writePlatform(__dirname);
