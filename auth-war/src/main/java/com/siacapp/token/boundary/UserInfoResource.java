package com.siacapp.token.boundary;

import static com.siacapp.clients.entity.OAuthError.INSUFFICIENT_SCOPE;
import static com.siacapp.clients.entity.OAuthError.INVALID_DPOP_PROOF;
import static com.siacapp.clients.entity.OAuthError.INVALID_TOKEN;

import com.siacapp.grants.boundary.TokenAuthentication;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.InvalidProofException;
import com.siacapp.grants.entity.InvalidTokenException;
import com.siacapp.grants.entity.PresentedToken;
import com.siacapp.grants.entity.Scope;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.requests.boundary.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the person is (OpenID Connect Core §5.3), to a client that was given {@code openid}. */
@ApplicationScoped
@Path("oauth/userinfo")
@Produces(MediaType.APPLICATION_JSON)
public class UserInfoResource {

    @Inject
    TokenAuthentication tokens;

    @Inject
    Installation installation;

    @Inject
    RequestFacts facts;

    @GET
    public UserInfoResponse get(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("DPoP") List<String> proofs) {
        return response(authenticated(authorization, proofs, HttpMethod.GET));
    }

    @POST
    public UserInfoResponse post(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("DPoP") List<String> proofs) {
        return response(authenticated(authorization, proofs, HttpMethod.POST));
    }

    private Caller authenticated(@Nullable String authorization, List<String> proofs, String method) {
        try {
            var address = URI.create(installation.issuer() + "/oauth/userinfo");
            var caller = tokens.authenticate(PresentedToken.parse(authorization, proofs, method, address));
            facts.comesFrom(caller.user());
            facts.comesBy(caller.clientId());
            return caller;
        } catch (InvalidProofException notProven) {
            throw INVALID_DPOP_PROOF.because(String.valueOf(notProven.getMessage()));
        } catch (InvalidTokenException notGood) {
            throw INVALID_TOKEN.because(String.valueOf(notGood.getMessage()));
        }
    }

    private static UserInfoResponse response(Caller caller) {
        if (!caller.wasGranted(Scope.OPENID)) {
            throw INSUFFICIENT_SCOPE.because("the token was not given openid");
        }
        return UserInfoResponse.of(caller);
    }
}
