package com.siacapp.templates.entity;

/**
 * What became of a draft that was saved.
 *
 * @param created whether it is new; otherwise it replaced the draft of its name and language
 */
public record SavedDraft(Template template, boolean created, Validation validation) {}
