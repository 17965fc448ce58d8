package com.siacapp.users.control;

import static com.siacapp.audit.entity.AuditEventType.USER_DISABLED;
import static com.siacapp.audit.entity.AuditEventType.USER_ENABLED;
import static com.siacapp.audit.entity.AuditEventType.USER_SIGNED_OUT_BY_ADMINISTRATOR;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.audit.entity.Author;
import com.siacapp.users.entity.AppsDisconnected;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets people in and out, with its lines in the audit log. Whoever calls has found out that the author may. */
@ApplicationScoped
public class Access {

    @Inject
    BrowserSessions sessions;

    @Inject
    Event<AppsDisconnected> disconnected;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    /** Closes a person's account: sessions and tokens die at once, and stay dead when the account is opened again. */
    public void disable(User person, Author by) {
        if (!person.isShutOut()) {
            person.disable(clock.instant());
            end(person, true);
            audit.record(event(USER_DISABLED, person, by));
        }
    }

    public void enable(User person, Author by) {
        if (person.isShutOut()) {
            person.enable();
            audit.record(event(USER_ENABLED, person, by));
        }
    }

    /** Ends every session of a person (ASVS 7.4.5), and on demand everything apps may do in their name. */
    public void signOut(User person, boolean disconnectApps, Author by) {
        end(person, disconnectApps);
        audit.record(event(USER_SIGNED_OUT_BY_ADMINISTRATOR, person, by)
                .detail(disconnectApps ? "sessions and apps" : "sessions"));
    }

    private void end(User person, boolean disconnectApps) {
        sessions.endAllOf(person.id());
        if (disconnectApps) {
            disconnected.fire(new AppsDisconnected(person.id(), true));
        }
    }

    private static AuditEvent event(AuditEventType type, User person, Author by) {
        return AuditEvent.of(type).tenant(person.tenant().id()).by(by).subject(person.id());
    }
}
