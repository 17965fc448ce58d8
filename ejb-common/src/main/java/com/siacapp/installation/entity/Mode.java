package com.siacapp.installation.entity;

/** How strict this installation is. Production unless the operator says otherwise. */
public enum Mode {
    DEVELOPMENT,
    PRODUCTION
}
