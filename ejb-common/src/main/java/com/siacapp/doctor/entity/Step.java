package com.siacapp.doctor.entity;

import java.util.Comparator;
import java.util.List;

/** What came of one part of the way. */
public record Step(Part part, boolean isSkipped, List<Finding> findings) {

    public Step {
        findings = findings.stream().distinct().toList();
    }

    /** A part that could not be examined, because an earlier one failed. */
    public static Step skipped(Part part) {
        return new Step(part, true, List.of());
    }

    public Outcome outcome() {
        return findings.stream()
                .map(finding -> finding.fault().outcome())
                .max(Comparator.naturalOrder())
                .orElse(isSkipped ? Outcome.SKIPPED : Outcome.OK);
    }
}
