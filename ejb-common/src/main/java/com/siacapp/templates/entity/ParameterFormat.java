package com.siacapp.templates.entity;

/** How variables are written: {@code {{1}}} or {@code {{first_name}}}. A template uses one of them. */
public enum ParameterFormat {
    POSITIONAL,
    NAMED
}
