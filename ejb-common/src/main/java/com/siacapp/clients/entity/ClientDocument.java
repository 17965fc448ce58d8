package com.siacapp.clients.entity;

import java.time.Instant;

/** What the document at a client's address said when it was read. */
public record ClientDocument(ClientMetadata metadata, Instant readAt) {}
