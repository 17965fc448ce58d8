package com.siacapp.clients.entity;

/**
 * An administrator stopped a client in this transaction: its grants end.
 *
 * @param isDeleted whether the client itself goes, and so every trace of its grants
 */
public record ClientStopped(String client, boolean isDeleted) {}
