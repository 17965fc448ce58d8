package com.siacapp.grants.boundary;

import static com.siacapp.clients.entity.OAuthError.INVALID_GRANT;
import static com.siacapp.clients.entity.OAuthError.INVALID_SCOPE;
import static com.siacapp.clients.entity.OAuthError.INVALID_TARGET;
import static com.siacapp.clients.entity.OAuthError.UNAUTHORIZED_CLIENT;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.control.ClientUse;
import com.siacapp.grants.control.DpopProofs;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.control.JwtFactory;
import com.siacapp.grants.control.StoredDeviceAuthorizations;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.grants.control.TokenTrades;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.IssuedTokens;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.grants.entity.ProvenKey;
import com.siacapp.grants.entity.RefreshToken;
import com.siacapp.grants.entity.RevocationReason;
import com.siacapp.grants.entity.Scope;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.keys.entity.Secret;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens for codes, for device codes and for refresh tokens. Every method spends its secret once, whoever asks at the same
 * time. Who comes too late gets an error, and the grant ends for everybody (OAuth 2.1 §4.1.3, §4.3.1), but for devices.
 */
@Stateless
public class TokenIssuance {

    @Inject
    Grants grants;

    @Inject
    StoredDeviceAuthorizations devices;

    @Inject
    TokenTrades trades;

    @Inject
    DpopProofs proofs;

    @Inject
    JwtFactory jwts;

    @EJB
    Replays replays;

    @Inject
    AuditLog audit;

    @Inject
    Installation installation;

    @Inject
    ClientUse clientUse;

    @Inject
    Clock clock;

    /** Redeems an authorization code (OAuth 2.1 §4.1.3). Without a transaction, as {@link #refresh}. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public IssuedTokens redeem(Client client, CodeRedemption request) {
        var now = clock.instant();
        requireGrantType(client, GrantType.AUTHORIZATION_CODE);
        var key = proofs.atTokenEndpoint(client, request.proof());
        var code = grants.code(request.code()).orElseThrow(() -> INVALID_GRANT.because("there is no such code"));
        var grant = code.grant();
        code.verifyHolder(client, request.redirectUri(), request.codeVerifier());
        code.verifyKey(key.map(ProvenKey::thumbprint));
        // Before the expiry: a replay is a replay however late it comes.
        if (code.isConsumed()) {
            throw replays.end(grant, RevocationReason.CODE_REPLAYED, now);
        }
        code.verifyNotExpired(now);
        requireResources(request.resources());
        requireAlive(grant, now);
        var secret = client.mayUse(GrantType.REFRESH_TOKEN) ? Optional.of(Secret.random()) : Optional.<Secret>empty();
        var tokens = issued(grant, grant.scopes(), secret, jwts.idToken(grant, code.nonce(), now), key, now);
        proofs.requireFresh(key);
        if (!trades.redeem(code, secret.map(value -> refreshToken(value, client, grant, key, now)), now)) {
            throw replays.end(grant, RevocationReason.CODE_REPLAYED, now);
        }
        clientUse.note(client, now);
        return tokens;
    }

    /**
     * Trades a refresh token for a new pair (OAuth 2.1 §4.3.1). Within the grace after its first use the same token is worth
     * further pairs of the same family, because clients refresh in parallel; afterwards using it ends the family.
     *
     * <p>Without a transaction, because the trade is one statement: what may fail comes before it. If the database is lost
     * at the trade, a DPoP proof is spent for nothing; the client's next request has another.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public IssuedTokens refresh(Client client, RefreshRequest request) {
        var now = clock.instant();
        var grace = TokenSettings.REFRESH_TOKEN_GRACE.value();
        requireGrantType(client, GrantType.REFRESH_TOKEN);
        var key = proofs.atTokenEndpoint(client, request.proof());
        var token = grants.refreshToken(request.refreshToken())
                .orElseThrow(() -> INVALID_GRANT.because("there is no such refresh token"));
        var grant = token.grant();
        if (!grant.isOf(client)) {
            throw INVALID_GRANT.because("the refresh token was issued to another client");
        }
        token.verifyKey(key.map(ProvenKey::thumbprint));
        // Read and not decided by the update alone: once over, a grace stays over, whatever else is wrong with the
        // request.
        if (token.isSpentAt(now, grace)) {
            throw replays.end(grant, RevocationReason.REFRESH_TOKEN_REPLAYED, now);
        }
        if (!token.isAliveAt(now)) {
            throw INVALID_GRANT.because("the refresh token is expired or revoked");
        }
        requireResources(request.resources());
        var scopes = narrowed(grant, request.scopes());
        var secret = Secret.random();
        var tokens = issued(grant, scopes, Optional.of(secret), Optional.empty(), key, now);
        proofs.requireFresh(key);
        if (!trades.rotate(token, refreshToken(secret, client, grant, key, now), grace, now)) {
            throw replays.end(grant, RevocationReason.REFRESH_TOKEN_REPLAYED, now);
        }
        clientUse.note(client, now);
        return tokens;
    }

    /**
     * Answers a device that asks whether its person has decided (RFC 8628 §3.4, §3.5). The row's lock makes one of many
     * requests the one that gets tokens. A later one is refused and ends nothing: devices repeat themselves.
     */
    public IssuedTokens redeem(Client client, DeviceCodeRedemption request) {
        var now = clock.instant();
        requireGrantType(client, GrantType.DEVICE_CODE);
        var key = proofs.atTokenEndpoint(client, request.proof());
        requireResources(request.resources());
        var code = devices.lock(request.deviceCode())
                .orElseThrow(() -> INVALID_GRANT.because("there is no such device code"));
        code.verifyHolder(client, key.map(ProvenKey::thumbprint));
        var grant = code.poll(now);
        requireAlive(grant, now);
        proofs.requireFresh(key);
        code.consume(now);
        var secret = client.mayUse(GrantType.REFRESH_TOKEN) ? Optional.of(Secret.random()) : Optional.<Secret>empty();
        secret.ifPresent(value -> grants.add(refreshToken(value, client, grant, key, now)));
        audit.record(AuditEvent.of(AuditEventType.TOKENS_ISSUED)
                .tenant(grant.tenant().id())
                .user(grant.user().id())
                .client(grant.client().id())
                .grant(grant.id()));
        clientUse.note(client, now);
        return issued(grant, grant.scopes(), secret, jwts.idToken(grant, Optional.empty(), now), key, now);
    }

    /** RFC 9449 §5: the refresh token of a public client is bound too; a confidential one proves itself by its secret. */
    private static RefreshToken refreshToken(
            Secret secret, Client client, Grant grant, Optional<ProvenKey> key, Instant now) {
        var bound = key.filter(proven -> !client.isConfidential()).map(ProvenKey::thumbprint);
        return new RefreshToken(secret, grant, now, TokenSettings.REFRESH_TOKEN_IDLE_LIMIT.value(), bound);
    }

    private IssuedTokens issued(
            Grant grant,
            Set<Scope> scopes,
            Optional<Secret> refreshToken,
            Optional<String> idToken,
            Optional<ProvenKey> key,
            Instant now) {
        return new IssuedTokens(
                jwts.accessToken(grant, scopes, key.map(ProvenKey::thumbprint), now),
                key.isPresent(),
                jwts.accessTokenLifespan(),
                scopes,
                refreshToken,
                idToken);
    }

    private static void requireGrantType(Client client, GrantType type) {
        if (!client.mayUse(type)) {
            throw UNAUTHORIZED_CLIENT.because("the client did not register for " + type.wireName());
        }
    }

    private static void requireAlive(Grant grant, Instant now) {
        if (!grant.isAliveAt(now)) {
            throw INVALID_GRANT.because("the grant is revoked or expired");
        }
    }

    /** RFC 8707 §2.2: a token request may repeat the resource, and may not name another. */
    private void requireResources(Set<String> resources) {
        if (!resources.stream().allMatch(installation::isResource)) {
            throw INVALID_TARGET.because("the grant is for another resource");
        }
    }

    /** OAuth 2.1 §4.3.1: a refresh may ask for less, never for more. Each scope that full access stands for is less. */
    private static Set<Scope> narrowed(Grant grant, Optional<Set<Scope>> requested) {
        var scopes = requested.orElse(grant.scopes());
        if (scopes.isEmpty() || !scopes.stream().allMatch(scope -> scope.isCoveredBy(grant.scopes()))) {
            throw INVALID_SCOPE.because("the refresh asks for a scope that was not granted");
        }
        return scopes;
    }

    /** What a client sends to redeem a code. */
    public record CodeRedemption(
            Secret code,
            String codeVerifier,
            Optional<String> redirectUri,
            Set<String> resources,
            Optional<PresentedProof> proof) {}

    /** What a device sends to ask for its tokens. */
    public record DeviceCodeRedemption(Secret deviceCode, Set<String> resources, Optional<PresentedProof> proof) {}

    /** What a client sends to refresh. */
    public record RefreshRequest(
            Secret refreshToken, Optional<Set<Scope>> scopes, Set<String> resources, Optional<PresentedProof> proof) {}
}
