package com.siacapp.token.boundary;

import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT;

import com.siacapp.clients.boundary.ClientAuthentication;
import com.siacapp.clients.entity.Client;
import com.siacapp.grants.boundary.AccessTokens;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.keys.entity.Secret;
import com.siacapp.token.control.PresentedCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Token introspection (RFC 7662) for clients that authenticate with a secret, about their own tokens. Everything else is
 * inactive to them: the endpoint tells nobody whether a stranger's token is good.
 */
@ApplicationScoped
@Path("oauth/introspect")
public class IntrospectionResource {

    @Inject
    ClientAuthentication clients;

    @Inject
    AccessTokens tokens;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public IntrospectionResponse introspect(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        var parameters = new OAuthParameters(form);
        var client = clients.authenticate(PresentedCredentials.of(authorization, parameters));
        if (!client.isConfidential()) {
            throw INVALID_CLIENT.because("a public client cannot introspect");
        }
        return response(client, parameters.required("token")).orElseGet(IntrospectionResponse::inactive);
    }

    private Optional<IntrospectionResponse> response(Client client, String token) {
        return tokens.introspect(token)
                .filter(claims -> claims.clientId().equals(client.id()))
                .map(IntrospectionResponse::of)
                .or(() -> tokens.introspect(new Secret(token))
                        .filter(state -> state.grant().isOf(client))
                        .map(IntrospectionResponse::of));
    }
}
