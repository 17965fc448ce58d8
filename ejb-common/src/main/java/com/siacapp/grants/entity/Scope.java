package com.siacapp.grants.entity;

import com.siacapp.users.entity.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A power a client can ask for. */
public enum Scope {
    OPENID("openid"),
    PROFILE("profile"),
    EMAIL("email"),
    OFFLINE_ACCESS("offline_access"),
    TEMPLATES_READ("siac.templates.read"),
    TEMPLATES_WRITE("siac.templates.write"),
    TEMPLATES_SUBMIT("siac.templates.submit"),
    AUDIENCE_READ("siac.audience.read"),
    AUDIENCE_WRITE("siac.audience.write"),
    CAMPAIGNS_READ("siac.campaigns.read"),
    CAMPAIGNS_SEND("siac.campaigns.send"),
    CAMPAIGNS_APPROVE("siac.campaigns.approve"),
    /** Stands for every {@code siac.*} scope. */
    FULL_ACCESS("siac.user.full_access");

    private final String wireName;

    Scope(String wireName) {
        this.wireName = wireName;
    }

    /** The scope as it is written in requests and tokens. */
    public String wireName() {
        return wireName;
    }

    /** Whether this scope reaches tools, rather than who the person is. */
    public boolean isForTools() {
        return wireName.startsWith("siac.");
    }

    /** Whether it only lets a client look. */
    public boolean isReadOnly() {
        return wireName.endsWith(".read");
    }

    /** Whether who was given these scopes has this power too. */
    public boolean isCoveredBy(Set<Scope> given) {
        return given.contains(this) || (isForTools() && given.contains(FULL_ACCESS));
    }

    /** Whether a person of this role can use it. */
    public boolean isOpenTo(Role role) {
        return switch (this) {
            case TEMPLATES_WRITE, TEMPLATES_SUBMIT, AUDIENCE_WRITE ->
                role == Role.AUTHOR || role == Role.OPERATOR || role == Role.ADMINISTRATOR;
            case CAMPAIGNS_SEND -> role == Role.OPERATOR || role == Role.ADMINISTRATOR;
            case CAMPAIGNS_APPROVE -> role == Role.APPROVER || role == Role.ADMINISTRATOR;
            default -> true;
        };
    }

    /** The scope of this name, if we know it. */
    public static Optional<Scope> named(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName.equals(wireName))
                .findFirst();
    }
}
