package com.siacapp.grants.entity;

import static com.siacapp.users.entity.Role.ADMINISTRATOR;
import static com.siacapp.users.entity.Role.APPROVER;
import static com.siacapp.users.entity.Role.AUTHOR;
import static com.siacapp.users.entity.Role.OPERATOR;
import static com.siacapp.users.entity.Role.VIEWER;

import com.siacapp.users.entity.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A power a client can ask for. The roles beside it are those whose people can give it. */
public enum Scope {
    OPENID("openid", EnumSet.allOf(Role.class)),
    PROFILE("profile", EnumSet.allOf(Role.class)),
    EMAIL("email", EnumSet.allOf(Role.class)),
    OFFLINE_ACCESS("offline_access", EnumSet.allOf(Role.class)),
    TEMPLATES_READ("siac.templates.read", EnumSet.allOf(Role.class)),
    TEMPLATES_WRITE("siac.templates.write", EnumSet.of(AUTHOR, OPERATOR, ADMINISTRATOR)),
    TEMPLATES_SUBMIT("siac.templates.submit", EnumSet.of(AUTHOR, OPERATOR, ADMINISTRATOR)),
    AUDIENCE_READ("siac.audience.read", EnumSet.allOf(Role.class)),
    AUDIENCE_WRITE("siac.audience.write", EnumSet.of(AUTHOR, OPERATOR, ADMINISTRATOR)),
    CAMPAIGNS_READ("siac.campaigns.read", EnumSet.allOf(Role.class)),
    CAMPAIGNS_SEND("siac.campaigns.send", EnumSet.of(OPERATOR, ADMINISTRATOR)),
    CAMPAIGNS_APPROVE("siac.campaigns.approve", EnumSet.of(APPROVER, ADMINISTRATOR)),
    /** Stands for every {@code siac.*} scope. */
    FULL_ACCESS("siac.user.full_access", EnumSet.of(VIEWER, AUTHOR, OPERATOR, APPROVER, ADMINISTRATOR));

    private final String wireName;
    private final Set<Role> roles;

    Scope(String wireName, Set<Role> roles) {
        this.wireName = wireName;
        this.roles = roles;
    }

    /** The scope as it is written in requests and tokens. */
    public String wireName() {
        return wireName;
    }

    /** Whether this scope reaches tools, rather than who the person is. */
    public boolean isForTools() {
        return wireName.startsWith("siac.");
    }

    /** Whether a person of this role can use it. */
    public boolean isOpenTo(Role role) {
        return roles.contains(role);
    }

    /** The scope of this name, if we know it. */
    public static Optional<Scope> named(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName.equals(wireName))
                .findFirst();
    }
}
