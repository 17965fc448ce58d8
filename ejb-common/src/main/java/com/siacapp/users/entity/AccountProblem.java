package com.siacapp.users.entity;

/** Why an account was not made or changed; a page has a sentence for each. */
public enum AccountProblem {
    /** The link was used, withdrawn or replaced, is too old, or never was. Nobody learns which. */
    LINK_IS_OVER,
    COMPANY_MISSING,
    NAME_MISSING,
    EMAIL_UNUSABLE,
    /** Somebody the asking person may know of has this e-mail already. */
    EMAIL_TAKEN,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG,
    /** Among the well-known ones, or made of words everybody would try first. */
    PASSWORD_TOO_EASY,
    PASSWORDS_DIFFER,
    /** The current password is not the one typed. */
    PASSWORD_WRONG,
    /** The role of the person who asks does not allow it, or there is no such person. */
    NOT_PERMITTED
}
