/** Imported first: without this, cdktf's packages report to their maker as soon as they miss a `terraform` binary. */
process.env["CHECKPOINT_DISABLE"] = "1";
