package com.siacapp.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Tokens;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What ID tokens say and how they are signed (OpenID Connect Core §2). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class IdTokenIT {

    @Test
    void an_id_token_says_who_signed_in_when_and_for_which_request() throws Exception {
        var client = OAuthClient.registered();
        var request = client.authorizationRequest()
                .with("scope", "openid")
                .with("nonce", "n-0S6_WzA2Mj")
                .with("acr_values", "urn:mace:incommon:iap:silver urn:siacapp:acr:password");
        var tokens = Tokens.of(client.redeem(request.allowedBy(Person.AUTHOR)));
        var claims = SignedJWT.parse(tokens.id()).getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(TestServer.address().toString());
        assertThat(claims.getAudience()).containsExactly(client.id());
        assertThat(claims.getSubject()).isEqualTo(tokens.claims().getSubject());
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-0S6_WzA2Mj");
        assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
        assertThat(claims.getStringClaim("acr")).isEqualTo("urn:siacapp:acr:password");
        assertThat(claims.getStringListClaim("amr")).containsExactly("pwd");
        assertThat(claims.getDateClaim("auth_time")).isBeforeOrEqualTo(claims.getIssueTime());
    }

    @Test
    void without_openid_there_is_none() {
        assertThat(OAuthClient.registered()
                        .tokensFor(Person.AUTHOR, "siac.templates.read")
                        .id())
                .isEmpty();
    }

    @Test
    void it_is_signed_as_the_client_registered() throws Exception {
        var byDefault = OAuthClient.registered().tokensFor(Person.AUTHOR, "openid");
        assertThat(isSigned(byDefault.id(), JWSAlgorithm.RS256)).isTrue();
        var elliptic = OAuthClient.registered(metadata -> metadata.put("id_token_signed_response_alg", "ES256"))
                .tokensFor(Person.AUTHOR, "openid");
        assertThat(isSigned(elliptic.id(), JWSAlgorithm.ES256)).isTrue();
    }

    private static boolean isSigned(String idToken, JWSAlgorithm algorithm) throws Exception {
        var jwt = SignedJWT.parse(idToken);
        var key = JWKSet.parse(Http.get("/oauth/jwks").body())
                .getKeyByKeyId(jwt.getHeader().getKeyID());
        var verifier = algorithm.equals(JWSAlgorithm.ES256)
                ? new ECDSAVerifier(key.toECKey())
                : new RSASSAVerifier(key.toRSAKey());
        return jwt.getHeader().getAlgorithm().equals(algorithm) && jwt.verify(verifier);
    }
}
