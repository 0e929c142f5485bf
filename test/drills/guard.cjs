// Notes every connection of this process, and of those that it starts, that leaves this machine.
"use strict";
const { appendFileSync } = require("node:fs");
const dns = require("node:dns");
const net = require("node:net");

const LOOPBACK = /^(127\.|::1$|localhost$|$)/;

function note(kind, host) {
  if (typeof host === "string" && !LOOPBACK.test(host)) appendFileSync(process.env.GUARD_LOG, `${kind} ${host}\n`);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  note("connect", first?.host ?? (typeof args[1] === "string" ? args[1] : ""));
  return connect.apply(this, args);
};

const { lookup } = dns;
dns.lookup = (host, ...rest) => {
  note("lookup", host);
  return lookup(host, ...rest);
};
