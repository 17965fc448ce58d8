package com.siacapp.pages.entity;

import com.siacapp.users.entity.Role;
import java.util.Arrays;
import java.util.List;

/** A part of the console: what the navigation leads to. */
public enum Section {
    ACCOUNT("/account", Audience.EVERYBODY),
    PEOPLE("/admin/people", Audience.ADMINISTRATORS),
    APPS("/admin/apps", Audience.ADMINISTRATORS),
    CLIENTS("/admin/clients", Audience.ADMINISTRATORS),
    IDENTITY("/admin/identity", Audience.ADMINISTRATORS),
    AUDIT("/admin/audit", Audience.ADMINISTRATORS),
    TENANTS("/admin/tenants", Audience.OPERATORS),
    ALL_APPS("/admin/all-apps", Audience.OPERATORS),
    KEYS("/admin/keys", Audience.OPERATORS),
    DOCTOR("/admin/doctor", Audience.OPERATORS);

    private final String path;
    private final Audience audience;

    Section(String path, Audience audience) {
        this.path = path;
        this.audience = audience;
    }

    /** The sections of a person, in the order of the navigation. */
    public static List<Section> openTo(Role role, boolean isOperator) {
        return Arrays.stream(values())
                .filter(section -> section.isOpenTo(role, isOperator))
                .toList();
    }

    public boolean isOpenTo(Role role, boolean isOperator) {
        return switch (audience) {
            case EVERYBODY -> true;
            case ADMINISTRATORS -> role == Role.ADMINISTRATOR;
            case OPERATORS -> isOperator;
        };
    }

    public String path() {
        return path;
    }

    private enum Audience {
        EVERYBODY,
        /** Those who manage a company. */
        ADMINISTRATORS,
        /** Those who run the installation. */
        OPERATORS
    }
}
