package com.siacapp.templates.entity;

/** How far a template has come. */
public enum TemplateState {
    /** Only we know it, and its author may change everything. */
    DRAFT
}
