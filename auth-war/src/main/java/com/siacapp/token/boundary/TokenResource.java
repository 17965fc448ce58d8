package com.siacapp.token.boundary;

import static com.siacapp.clients.entity.OAuthError.UNSUPPORTED_GRANT_TYPE;

import com.siacapp.clients.boundary.ClientAuthentication;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.observability.control.Counts;
import com.siacapp.token.control.PresentedCredentials;
import com.siacapp.token.control.TokenGrant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The token endpoint (OAuth 2.1 §3.2). */
@ApplicationScoped
@Path("oauth/token")
public class TokenResource {

    @Inject
    ClientAuthentication clients;

    @Inject
    Installation installation;

    @Inject
    Counts counts;

    @Inject
    @Any
    Instance<TokenGrant> grants;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public TokenResponse issue(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("DPoP") List<String> proofs,
            MultivaluedMap<String, String> form) {
        var parameters = new OAuthParameters(form);
        var grant = grantOf(parameters.required("grant_type"));
        var client = clients.authenticate(PresentedCredentials.of(authorization, parameters));
        // For our public address, whatever host the request named.
        var address = URI.create(installation.issuer() + "/oauth/token");
        var tokens = grant.redeem(client, parameters, PresentedProof.among(proofs, HttpMethod.POST, address));
        counts.issued(grant.type());
        return TokenResponse.of(tokens);
    }

    private TokenGrant grantOf(String name) {
        return grants.stream()
                .filter(grant -> grant.type().wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> UNSUPPORTED_GRANT_TYPE.because("there is no such grant type"));
    }
}
