package com.siacapp.clients.entity;

/**
 * A client was stopped in this transaction, by an administrator or by itself: its grants end.
 *
 * @param isDeleted whether the client itself goes, and so every trace of its grants
 */
public record ClientStopped(String client, boolean isDeleted) {}
