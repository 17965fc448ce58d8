package com.siacapp.installation.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The version of the database's schema, as soon as it is there. Whoever asks does not wait for it. */
@ApplicationScoped
public class SchemaVersion {

    private volatile Optional<String> reached = Optional.empty();

    void reach(String version) {
        reached = Optional.of(version);
    }

    public Optional<String> reached() {
        return reached;
    }
}
