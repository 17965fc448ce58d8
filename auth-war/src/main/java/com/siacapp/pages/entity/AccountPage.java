package com.siacapp.pages.entity;

import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.users.entity.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A person's own account. Posts {@code csrf} and one of {@code disconnect} (a grant), {@code end} (a session) and
 * {@code end-others}.
 *
 * @param stopped apps that were disconnected to protect the person
 */
public record AccountPage(
        Frame frame,
        String csrf,
        Role role,
        List<App> apps,
        List<Stopped> stopped,
        List<Session> sessions,
        SessionRules rules,
        List<Happening> happenings)
        implements ConsolePage {

    /** What a person is told of; the rest of the log is their administrator's. */
    public static final Set<AuditEventType> TOLD = EnumSet.of(
            AuditEventType.SIGN_IN_SUCCEEDED,
            AuditEventType.SIGN_IN_FAILED,
            AuditEventType.SIGNED_OUT,
            AuditEventType.CONSENT_GIVEN,
            AuditEventType.CODE_REPLAYED,
            AuditEventType.REFRESH_TOKEN_REPLAYED,
            AuditEventType.GRANT_REVOKED,
            AuditEventType.PASSWORD_CHANGE_FAILED,
            AuditEventType.PASSWORD_CHANGED,
            AuditEventType.PASSWORD_RESET,
            AuditEventType.SESSION_ENDED,
            AuditEventType.USER_JOINED,
            AuditEventType.INSTALLATION_SET_UP);

    public AccountPage {
        apps = List.copyOf(apps);
        stopped = List.copyOf(stopped);
        sessions = List.copyOf(sessions);
        happenings = List.copyOf(happenings);
    }

    @Override
    public String template() {
        return "account";
    }

    /** Whether there are sessions besides the one that asks. */
    public boolean hasOtherSessions() {
        return sessions.size() > 1;
    }

    /**
     * A connected app.
     *
     * @param verifiedHost the host that vouches for it; empty when nobody does
     * @param isConnected whether it can act; if not, it could be without asking again
     */
    public record App(
            UUID grant,
            DisplayName name,
            String verifiedHost,
            Powers powers,
            boolean isConnected,
            Instant since,
            Instant lastUsed,
            Instant endsUnused,
            Instant endsAtLatest) {}

    /** An app whose connection we ended. */
    public record Stopped(DisplayName name, Instant at) {}

    /** A browser the person is signed in with. */
    public record Session(UUID id, boolean isThisOne, Device device, String address, Instant since, Instant lastSeen) {}

    /** How long a session lasts unused and at the latest, and how many a person may have. */
    public record SessionRules(long idleMinutes, long longestHours, int mostAtOnce) {}

    /**
     * Something that happened.
     *
     * @param address the network address it came from; empty when unknown
     */
    public record Happening(AuditEventType type, Instant at, String address) {}
}
