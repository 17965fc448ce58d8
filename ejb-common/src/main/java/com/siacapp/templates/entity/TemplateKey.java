package com.siacapp.templates.entity;

/** What tells the templates of one tenant apart: Meta allows a name once per language. */
public record TemplateKey(String name, String language) {}
