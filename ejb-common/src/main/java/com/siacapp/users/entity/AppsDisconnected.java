package com.siacapp.users.entity;

import java.util.UUID;

/** An administrator ended, in this transaction, everything that apps may do in a person's name. */
public record AppsDisconnected(UUID user) {}
