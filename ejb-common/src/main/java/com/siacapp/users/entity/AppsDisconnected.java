package com.siacapp.users.entity;

import java.util.UUID;

/**
 * Somebody ended, in this transaction, everything that apps may do in a person's name.
 *
 * @param isByAdministrator else the person did it
 */
public record AppsDisconnected(UUID user, boolean isByAdministrator) {}
