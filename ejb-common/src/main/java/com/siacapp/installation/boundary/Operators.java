package com.siacapp.installation.boundary;

import java.util.UUID;

/**
 * Who runs the installation. The people of it are a component that stands above the keys; what stands below asks here,
 * and that component answers.
 */
public interface Operators {

    /** Ends the request with a refusal unless this person runs the installation, now. */
    void requireOperator(UUID person);
}
