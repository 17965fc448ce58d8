package com.siacapp.transport.boundary;

import static jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND;
import static jakarta.servlet.http.HttpServletResponse.SC_UNAUTHORIZED;

import com.siacapp.grants.entity.PresentedToken;
import com.siacapp.installation.entity.Hosts;
import com.siacapp.security.control.InProcessVerification;
import com.siacapp.security.entity.BearerChallenge;
import com.siacapp.security.entity.Origins;
import com.siacapp.transport.control.Answers;
import com.siacapp.transport.control.Cors;
import com.siacapp.transport.control.HttpRefusal;
import com.siacapp.transport.control.HttpRules;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What is shown for errors the container answers itself: a missing or invalid token, and faults. */
@WebServlet(urlPatterns = "/error")
public class ErrorPage extends HttpServlet {

    @Inject
    BearerChallenge challenge;

    @Inject
    Hosts hosts;

    @Inject
    Origins origins;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : SC_NOT_FOUND;
        if (status == SC_UNAUTHORIZED) {
            unauthorized(request, response);
        } else {
            Answers.failure(response, status);
        }
    }

    /** MCP 2026-07-28, basic/authorization: every 401 leads to the resource's metadata. */
    private void unauthorized(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            HttpRules.requireOwnHost(request, hosts);
            Cors.apply(request, response, origins);
            Answers.challenge(response, SC_UNAUTHORIZED, challengeTo(request));
        } catch (HttpRefusal foreign) {
            Answers.failure(response, foreign.status());
        }
    }

    /** In the scheme the caller used; who used none is asked for a bearer token, which every client can get. */
    private String challengeTo(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        if (PresentedToken.isDpop(authorization)) {
            return challenge.forInvalidDpop(request.getAttribute(InProcessVerification.UNPROVEN) != null);
        }
        return PresentedToken.bearer(authorization).isPresent() ? challenge.forInvalidToken() : challenge.forNoToken();
    }
}
