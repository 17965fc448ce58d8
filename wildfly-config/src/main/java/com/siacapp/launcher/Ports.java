package com.siacapp.launcher;

/** The ports of plain http that the server listens on. */
record Ports(int http, int management) {}
