package com.siacapp.users.entity;

import java.time.Instant;
import java.util.UUID;

/** A company as the operator sees it: what is in it is not the operator's to see. */
public record Company(UUID id, String name, boolean isDisabled, boolean isYours, long people, Instant since) {}
