package com.siacapp.users.control;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.audit.entity.Author;
import com.siacapp.users.entity.OneTimeLink;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The links by which people set a new password: each has one at most. */
@ApplicationScoped
public class PasswordResets {

    @Inject
    StoredLinks links;

    @EJB
    AuditLog audit;

    /** The link replaces the open one of this person. */
    public void start(OneTimeLink link, User person, Author by) {
        links.openPasswordResets(person.id(), link.createdAt())
                .forEach(older -> links.withdraw(older, link.createdAt()));
        links.add(link);
        audit.record(AuditEvent.of(AuditEventType.PASSWORD_RESET_STARTED)
                .tenant(person.tenant().id())
                .by(by)
                .subject(person.id()));
    }
}
