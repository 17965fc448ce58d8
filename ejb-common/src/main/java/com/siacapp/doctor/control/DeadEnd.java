package com.siacapp.doctor.control;

import com.siacapp.doctor.entity.Finding;

/** Why there is nothing more to see at a part of the way. */
final class DeadEnd extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    DeadEnd(Finding finding) {
        super(finding.fault().name(), null, false, false);
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
