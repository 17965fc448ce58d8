package com.siacapp.keys.entity;

/** Where a key is on its way. */
public enum KeyState {
    /** Published, so that everybody can know it before it signs. */
    NEXT,
    /** Signs. */
    ACTIVE,
    /** Signs no more, and verifies what it signed until that has expired. */
    RETIRING,
    /** Gone, with its private half. */
    RETIRED
}
