package com.siacapp.token.boundary;

import com.siacapp.clients.boundary.ClientAuthentication;
import com.siacapp.grants.boundary.AccessTokens;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.token.control.PresentedCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Token revocation (RFC 7009). A token we do not know, or another client's, is answered like any other: 200. */
@ApplicationScoped
@Path("oauth/revoke")
public class RevocationResource {

    @Inject
    ClientAuthentication clients;

    @Inject
    AccessTokens tokens;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        var parameters = new OAuthParameters(form);
        var client = clients.authenticate(PresentedCredentials.of(authorization, parameters));
        tokens.revoke(parameters.required("token"), client.id());
        return Response.ok().build();
    }
}
