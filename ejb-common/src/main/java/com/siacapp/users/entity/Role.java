package com.siacapp.users.entity;

/** What a person may do in their tenant. A token never gives more than the role of its person does. */
public enum Role {
    /** Sees templates, audiences and campaigns. */
    VIEWER,
    /** Writes templates and audiences, and submits templates to Meta. */
    AUTHOR,
    /** Sends campaigns too. */
    OPERATOR,
    /** Sees everything and approves campaigns of others. */
    APPROVER,
    /** Does everything, and manages the tenant's people and connected apps. */
    ADMINISTRATOR
}
