package com.siacapp.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A company's identity provider, and what it asserts (draft-ietf-oauth-identity-assertion-authz-grant). */
public record IdentityProvider(String issuer, ECKey key) {

    public static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    public static final String TYPE = "oauth-id-jag+jwt";

    public static IdentityProvider generated() {
        try {
            return new IdentityProvider(
                    "https://login.vendor.test/" + UUID.randomUUID(),
                    Secrets.seen(new ECKeyGenerator(Curve.P_256).keyID("idp").generate()));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** One that this company trusts. */
    public static IdentityProvider of(Company company) {
        var provider = generated();
        var saved = provider.trustedBy(company);
        if (!Administration.notice(saved).equals("IDENTITY_PROVIDER_SAVED")) {
            throw new AssertionError("Not trusted: " + saved);
        }
        return provider;
    }

    /** The company's administrator trusts it. */
    public Answer trustedBy(Company company) {
        return typedBy(company, Map.of("issuer", issuer, "jwks", jwks()));
    }

    public static Answer typedBy(Company company, Map<String, String> fields) {
        return company.administrator().administration().fill("identity", "identity", fields);
    }

    public String jwks() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** What it says of this person to that client; tests change a claim. */
    public Claims asserts(Company.Staff person, OAuthClient client) {
        var now = Time.now();
        return new Claims(
                this,
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject("subject of " + person.email())
                        .claim("email", person.email())
                        .claim("email_verified", true)
                        .audience("" + TestServer.address())
                        .claim("aud_tenant", person.company())
                        .claim("client_id", client.id())
                        .claim("resource", "" + TestServer.resource())
                        .claim("scope", "siac.templates.read siac.templates.write")
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                        .build());
    }

    /** Claims before they are signed. */
    public record Claims(IdentityProvider provider, JWTClaimsSet set) {

        public Claims with(String claim, Object value) {
            return new Claims(
                    provider, new JWTClaimsSet.Builder(set).claim(claim, value).build());
        }

        public String signed() {
            return signedAs(TYPE);
        }

        public String signedAs(String type) {
            return signedBy(provider.key, type);
        }

        public String signedBy(ECKey key, String type) {
            try {
                var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("idp");
                if (!type.isEmpty()) {
                    header.type(new JOSEObjectType(type));
                }
                return signed(header.build(), new ECDSASigner(key));
            } catch (JOSEException impossible) {
                throw new AssertionError(impossible);
            }
        }

        /** The published key as if it were a shared secret. */
        public String signedByHmac() {
            try {
                var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID("idp")
                        .type(new JOSEObjectType(TYPE))
                        .build();
                return signed(header, new MACSigner(provider.key.toPublicJWK().toJSONString()));
            } catch (JOSEException impossible) {
                throw new AssertionError(impossible);
            }
        }

        public String unsigned() {
            return new PlainJWT(set).serialize();
        }

        private String signed(JWSHeader header, JWSSigner signer) throws JOSEException {
            var jwt = new SignedJWT(header, set);
            jwt.sign(signer);
            return Secrets.seen(jwt.serialize());
        }
    }

    /** A confidential client that registered for assertions. */
    public static OAuthClient app() {
        return OAuthClient.registered(metadata -> {
            metadata.put("token_endpoint_auth_method", "client_secret_post");
            metadata.putArray("redirect_uris").add(OAuthClient.WEB_REDIRECT_URI);
            metadata.putArray("grant_types").add("authorization_code").add(GRANT);
        });
    }

    /** What a client gets for an assertion. */
    public static Answer redeem(OAuthClient client, String assertion, String... scope) {
        var form = new LinkedHashMap<>(Map.of("grant_type", GRANT, "assertion", assertion));
        if (scope.length > 0) {
            form.put("scope", String.join(" ", scope));
        }
        return client.token(Http.pairs(client.authenticated(form)));
    }

    /** The same with id and secret in the header, as a company's own app does. */
    public static Answer redeemByBasic(OAuthClient client, String assertion) {
        return client.tokenByBasic(Http.pairs(Map.of("grant_type", GRANT, "assertion", assertion)));
    }

    /** The error with which an assertion is refused, which changes nothing. */
    public static String refusal(OAuthClient client, String assertion) {
        var refused = Database.unchangedBy(() -> redeem(client, assertion));
        if (refused.status() != 400) {
            throw new AssertionError("Not refused: " + refused);
        }
        return refused.error();
    }
}
