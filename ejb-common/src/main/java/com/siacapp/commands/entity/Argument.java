package com.siacapp.commands.entity;

/** What commands are told. The names are stored by one version and read by another: they are never renamed. */
public enum Argument {
    KEY,
    EMAIL,
    /** A part of a company's name; all companies, if it is missing. */
    COMPANY,
    /** Of a link's secret, which only the launcher knows: SHA-256 in base64url. */
    SECRET_HASH,
    /** Whether apps are disconnected too, if it is there. */
    APPS,
    CLIENT,
    REASON,
    /** A part of a name or id; everything, if it is missing. */
    SEARCH
}
