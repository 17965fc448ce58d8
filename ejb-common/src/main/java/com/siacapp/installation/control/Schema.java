package com.siacapp.installation.control;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the database has this version's schema. Whoever asks does not wait for it, as a call of an EJB would. */
@ApplicationScoped
public class Schema {

    private volatile boolean isThere;

    void migrated() {
        isThere = true;
    }

    public boolean isThere() {
        return isThere;
    }
}
