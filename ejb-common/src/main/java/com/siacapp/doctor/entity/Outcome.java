package com.siacapp.doctor.entity;

/** How a step went, from best to worst; a step that an earlier problem made impossible went no way at all. */
public enum Outcome {
    OK,
    SKIPPED,
    WARNING,
    PROBLEM
}
