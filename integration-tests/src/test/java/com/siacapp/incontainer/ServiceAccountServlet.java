package com.siacapp.incontainer;

import com.siacapp.clients.entity.ClientMetadata.Keys;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.keys.entity.Secret;
import com.siacapp.serviceaccounts.boundary.ServiceAccounts;
import com.siacapp.users.entity.NotPermittedException;
import com.siacapp.users.entity.Role;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** An administrator's acts on service accounts, on the boundary that the console uses. */
@WebServlet("/service-accounts")
public class ServiceAccountServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB(lookup = "java:app/ejb-common/ServiceAccounts")
    private transient ServiceAccounts accounts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            response.setContentType("text/plain");
            response.getWriter().write(act(request));
        } catch (NotPermittedException refused) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private String act(HttpServletRequest request) {
        var administrator = UUID.fromString(request.getParameter("administrator"));
        var act = request.getParameter("act");
        if (act.equals("create")) {
            var scopes = Scopes.parse(request.getParameter("scope"));
            var role = Role.valueOf(request.getParameter("role"));
            return told(accounts.create(administrator, "Nightly report", role, scopes, Keys.NONE));
        }
        if (act.equals("list")) {
            return String.valueOf(accounts.list(administrator));
        }
        var id = UUID.fromString(request.getParameter("id"));
        return switch (act) {
            case "disable" -> String.valueOf(accounts.disable(administrator, id).isPresent());
            case "enable" -> String.valueOf(accounts.enable(administrator, id).isPresent());
            case "rotate" ->
                accounts.rotateSecret(administrator, id)
                        .map(ServiceAccountServlet::told)
                        .orElse("false");
            default -> String.valueOf(accounts.delete(administrator, id));
        };
    }

    private static String told(ServiceAccounts.WithSecret made) {
        return made.account().id() + " " + made.account().clientId() + " "
                + made.secret().map(Secret::value).orElse("");
    }
}
