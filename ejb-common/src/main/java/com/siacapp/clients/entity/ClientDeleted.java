package com.siacapp.clients.entity;

import java.time.Instant;

/** Told within the transaction in which a client ceases to exist, so that what depends on it ends with it. */
public record ClientDeleted(String client, Instant at) {}
