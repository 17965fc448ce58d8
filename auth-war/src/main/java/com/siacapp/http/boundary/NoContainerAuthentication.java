package com.siacapp.http.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Keeps the container from answering bearer tokens at the root, where this WAR's own code reads them. The MCP WAR's MP-JWT
 * marks the whole EAR for the server's virtual security domain; the WARs are deployed side by side, so that at some starts
 * this one is given that domain too, and the mechanism with it. Then this one stands in its place.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class NoContainerAuthentication implements HttpAuthenticationMechanism {

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return context.doNothing();
    }
}
