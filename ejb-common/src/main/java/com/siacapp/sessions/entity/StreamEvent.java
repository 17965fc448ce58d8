package com.siacapp.sessions.entity;

/**
 * One event of a call's stream.
 *
 * @param number from 1 on
 * @param isLast whether the stream is over with it
 */
public record StreamEvent(int number, String message, boolean isLast) {}
