package com.siacapp.doctor.entity;

/** What is examined, in the order in which a client comes by. */
public enum Part {
    ADDRESS,
    CHALLENGE,
    RESOURCE_METADATA,
    SERVER_METADATA,
    KEYS,
    REGISTRATION,
    AUTHORIZATION,
    TOKEN,
    CALL,
    BROWSER,
    CLEAN_UP
}
