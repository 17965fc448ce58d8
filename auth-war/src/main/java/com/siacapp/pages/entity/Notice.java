package com.siacapp.pages.entity;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One sentence about what a form just did, or why it did nothing. It travels in the address of the page that follows. */
public enum Notice {
    DONE,
    ROLE_CHANGED,
    PERSON_DISABLED,
    PERSON_ENABLED,
    PERSON_SIGNED_OUT,
    PERSON_DISCONNECTED,
    LAST_ADMINISTRATOR(true),
    NOT_YOURSELF(true),
    INVITATION_WITHDRAWN,
    CONNECTION_ENDED,
    CLIENT_DISABLED,
    CLIENT_ENABLED,
    CLIENT_DELETED,
    KEYS_REPLACED,
    SERVICE_DISABLED,
    SERVICE_ENABLED,
    SERVICE_DELETED,
    TENANT_DISABLED,
    TENANT_ENABLED,
    CLIENT_BLOCKED,
    CLIENT_UNBLOCKED,
    KEYS_ROTATED,
    /** The next keys are published already. */
    KEYS_WAIT(true),
    KEY_RETIRED,
    APP_DISCONNECTED,
    IDENTITY_PROVIDER_SAVED,
    IDENTITY_PROVIDER_REMOVED,
    SESSION_ENDED,
    OTHER_SESSIONS_ENDED,
    PASSWORD_CHANGED,
    /** What was to be ended is not there any more. */
    GONE_ALREADY(true);

    /** The query parameter that names it. */
    public static final String PARAMETER = "notice";

    private final boolean isRefusal;

    Notice() {
        this(false);
    }

    Notice(boolean isRefusal) {
        this.isRefusal = isRefusal;
    }

    public static Optional<Notice> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(notice -> notice.name().equals(name))
                .findFirst();
    }

    /** Whether it says that nothing was done. */
    public boolean isRefusal() {
        return isRefusal;
    }
}
