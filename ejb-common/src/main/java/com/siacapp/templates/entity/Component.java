package com.siacapp.templates.entity;

/** The part of a template that a finding is about. */
public enum Component {
    NAME,
    LANGUAGE,
    CATEGORY,
    HEADER,
    BODY,
    FOOTER,
    BUTTONS
}
