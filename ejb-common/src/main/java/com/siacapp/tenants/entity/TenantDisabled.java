package com.siacapp.tenants.entity;

import java.util.UUID;

/** A company was disabled in this transaction; whoever keeps something alive for it ends that. */
public record TenantDisabled(UUID tenant) {}
