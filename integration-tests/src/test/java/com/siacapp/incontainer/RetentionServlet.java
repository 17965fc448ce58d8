package com.siacapp.incontainer;

import com.siacapp.audit.control.AuditRetention;
import com.siacapp.clients.control.SpentAssertions;
import com.siacapp.clients.control.StoredKeys;
import com.siacapp.commands.boundary.CommandLine;
import com.siacapp.grants.boundary.PushedRequests;
import com.siacapp.grants.control.GrantRetention;
import com.siacapp.limits.control.Forgetting;
import com.siacapp.sessions.control.McpSessionRetention;
import com.siacapp.users.control.AccountRetention;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets what is over long enough be forgotten now, as the timers do. */
@WebServlet("/forget")
public class RetentionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB(lookup = "java:app/ejb-common/GrantRetention")
    transient GrantRetention grants;

    @EJB(lookup = "java:app/ejb-common/AccountRetention")
    transient AccountRetention accounts;

    @EJB(lookup = "java:app/ejb-common/McpSessionRetention")
    transient McpSessionRetention mcpSessions;

    @EJB(lookup = "java:app/ejb-common/AuditRetention")
    transient AuditRetention auditLines;

    @EJB(lookup = "java:app/ejb-common/Forgetting")
    transient Forgetting counts;

    @EJB(lookup = "java:app/ejb-common/CommandLine")
    transient CommandLine commands;

    @EJB(lookup = "java:app/ejb-common/PushedRequests")
    transient PushedRequests pushed;

    @EJB(lookup = "java:app/ejb-common/SpentAssertions")
    transient SpentAssertions assertions;

    @EJB(lookup = "java:app/ejb-common/StoredKeys")
    transient StoredKeys clientsKeys;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        grants.forget();
        accounts.forget();
        mcpSessions.forget();
        auditLines.forget();
        counts.forget();
        commands.forget();
        pushed.forgetExpired();
        assertions.forgetExpired();
        clientsKeys.forgetUnused();
    }
}
