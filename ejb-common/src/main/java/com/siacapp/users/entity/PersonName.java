package com.siacapp.users.entity;

import java.util.UUID;

/** Who somebody is, and what they are called. */
public record PersonName(UUID id, String name) {}
