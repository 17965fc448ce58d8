package com.siacapp.commands.entity;

import java.util.Locale;

/** Everything that can be commanded. The names are stored by one version and read by another: they are never renamed. */
public enum OperatorCommand {
    KEYS_LIST,
    KEYS_ROTATE,
    KEYS_RETIRE,
    USER_LIST,
    USER_RESET_PASSWORD,
    USER_DISABLE,
    USER_ENABLE,
    USER_SIGN_OUT,
    CLIENT_LIST,
    CLIENT_BLOCK,
    CLIENT_UNBLOCK;

    /** How many bytes all arguments of a command have at most, as JSON. */
    public static final int LIMIT = 4000;

    /** How it is typed. */
    public String typed() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", " ").replace('_', '-');
    }
}
