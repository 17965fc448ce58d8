package com.siacapp.doctor.entity;

import java.util.Comparator;
import java.util.List;

/**
 * A walk along the whole chain.
 *
 * @param address the address as it was given, safe to show
 */
public record Examination(String address, List<Step> steps) {

    public Examination {
        steps = List.copyOf(steps);
    }

    /** The worst of all steps. */
    public Outcome outcome() {
        return steps.stream().map(Step::outcome).max(Comparator.naturalOrder()).orElse(Outcome.OK);
    }

    /** How many things there are to mend. */
    public long problems() {
        return steps.stream()
                .flatMap(step -> step.findings().stream())
                .filter(finding -> finding.fault().outcome() == Outcome.PROBLEM)
                .count();
    }
}
