package com.siacapp.installation.control;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * EclipseLink by itself asks again, outside of transactions, when the connection broke. Statements that spend something
 * commit themselves there: what was spent, and only its answer lost, would look as if somebody had spent it before.
 */
public class NoHiddenRetries implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
    }
}
