package com.siacapp.templates.entity;

/** What a finding means for the template. */
public enum Severity {
    /** Meta refuses it. */
    ERROR,
    /** Meta may refuse it, or people will see something else than the author thinks. */
    WARNING
}
