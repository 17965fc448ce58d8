package com.siacapp.clients.entity;

import com.siacapp.keys.entity.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A registered OAuth client. */
@Entity
public class Client {

    @Id
    private String id;

    private String name;

    @Enumerated(EnumType.STRING)
    private ClientSource source;

    @Enumerated(EnumType.STRING)
    @Column(name = "application_type")
    private ApplicationType applicationType;

    @Convert(converter = RedirectUrisConverter.class)
    @Column(name = "redirect_uris")
    private List<RedirectUri> redirectUris;

    @Convert(converter = RedirectUrisConverter.class)
    @Column(name = "post_logout_redirect_uris")
    private List<RedirectUri> postLogoutRedirectUris;

    @Convert(converter = GrantTypesConverter.class)
    @Column(name = "grant_types")
    private Set<GrantType> grantTypes;

    private @Nullable String scope;

    @Enumerated(EnumType.STRING)
    @Column(name = "token_endpoint_auth_method")
    private ClientAuthenticationMethod authenticationMethod;

    @Column(name = "secret_hash")
    private @Nullable String secretHash;

    private @Nullable String jwks;

    @Column(name = "jwks_uri")
    private @Nullable String jwksUri;

    @Column(name = "id_token_signed_response_alg")
    private String idTokenAlgorithm;

    @Column(name = "require_pushed_authorization_requests")
    private boolean requiresPushedRequests;

    @Column(name = "dpop_bound_access_tokens")
    private boolean bindsAccessTokensByDpop;

    @Column(name = "client_uri")
    private @Nullable String clientUri;

    @Column(name = "logo_uri")
    private @Nullable String logoUri;

    @Column(name = "policy_uri")
    private @Nullable String policyUri;

    @Column(name = "tos_uri")
    private @Nullable String tosUri;

    @Column(name = "software_id")
    private @Nullable String softwareId;

    @Column(name = "software_version")
    private @Nullable String softwareVersion;

    @Column(name = "tenant_id")
    private @Nullable UUID tenant;

    @Column(name = "registration_access_token_hash")
    private @Nullable String registrationAccessTokenHash;

    @Column(name = "document_read_at")
    private @Nullable Instant documentReadAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    @Column(name = "disabled_reason")
    private @Nullable String disabledReason;

    /** A new client. Our ids never look like a URL, so that none can pass for a metadata document's address. */
    public Client(ClientMetadata metadata, Optional<Secret> secret, Instant now) {
        this(UUID.randomUUID().toString(), ClientSource.DYNAMIC, metadata, now);
        this.secretHash = secret.map(Secret::hash).orElse(null);
    }

    private Client(String id, ClientSource source, ClientMetadata metadata, Instant now) {
        this.id = id;
        this.source = source;
        this.createdAt = now;
        describe(metadata);
    }

    /** The client that is described at its id's address; it is stored when a person consents to it. */
    public static Client published(DocumentUrl id, ClientDocument document, Instant now) {
        var client = new Client(id.value(), ClientSource.METADATA_DOCUMENT, document.metadata(), now);
        client.documentReadAt = document.readAt();
        return client;
    }

    @SuppressWarnings("NullAway.Init")
    protected Client() {}

    /** The client of a tenant's service account: it starts no authorization and proves itself by a key or by a secret. */
    public static Client ofServiceAccount(
            String name, UUID tenant, ClientMetadata.Keys keys, Optional<Secret> secret, Instant now) {
        var metadata = new ClientMetadata(
                name,
                ApplicationType.WEB,
                List.of(),
                List.of(),
                Set.of(GrantType.CLIENT_CREDENTIALS),
                Optional.empty(),
                keys.areNone()
                        ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                        : ClientAuthenticationMethod.PRIVATE_KEY_JWT,
                keys,
                ClientMetadata.Protection.DEFAULT,
                ClientMetadata.Links.NONE,
                ClientMetadata.Software.NONE);
        return ofTenant(tenant, metadata, secret, now);
    }

    private void describe(ClientMetadata metadata) {
        name = metadata.name();
        applicationType = metadata.applicationType();
        redirectUris = metadata.redirectUris();
        postLogoutRedirectUris = metadata.postLogoutRedirectUris();
        grantTypes = metadata.grantTypes();
        scope = metadata.scope().orElse(null);
        authenticationMethod = metadata.authenticationMethod();
        jwks = metadata.keys().jwks();
        jwksUri = metadata.keys().jwksUri();
        idTokenAlgorithm = metadata.protection().idTokenAlgorithm();
        requiresPushedRequests = metadata.protection().requiresPushedRequests();
        bindsAccessTokensByDpop = metadata.protection().bindsAccessTokensByDpop();
        clientUri = metadata.links().client();
        logoUri = metadata.links().logo();
        policyUri = metadata.links().policy();
        tosUri = metadata.links().termsOfService();
        softwareId = metadata.software().id();
        softwareVersion = metadata.software().version();
    }

    /** The document at the client's address says something new. */
    public void follow(Client described) {
        describe(described.metadata());
        documentReadAt = described.documentReadAt;
    }

    /** Whether this client's document was read after that copy of it. */
    public boolean isNewerThan(Client described) {
        return documentReadAt != null
                && described.documentReadAt != null
                && documentReadAt.isAfter(described.documentReadAt);
    }

    /** Whether that copy of the client's document says something new. */
    public boolean isOutdatedBy(Client described) {
        return !isNewerThan(described) && !metadata().equals(described.metadata());
    }

    /** The client says anew what it is (RFC 7592 §2.2). It keeps its secret while its method needs one. */
    public void update(ClientMetadata metadata, Optional<Secret> newSecret) {
        describe(metadata);
        newSecret.ifPresent(secret -> secretHash = secret.hash());
        if (!authenticationMethod.usesSecret()) {
            secretHash = null;
        }
    }

    /** From now on who holds this token may read, change and delete the registration (RFC 7592 §1.1). */
    public void letManage(Secret registrationAccessToken) {
        registrationAccessTokenHash = registrationAccessToken.hash();
    }

    /** Whether this is the token that manages the registration, in constant time. */
    public boolean isManagedBy(Secret presented) {
        return registrationAccessTokenHash != null && presented.hasHash(registrationAccessTokenHash);
    }

    /** Whether its use was noted within that time; use is noted coarsely. */
    public boolean wasUsedAfter(Instant moment) {
        return lastUsedAt != null && lastUsedAt.isAfter(moment);
    }

    /** Whether a person or an administrator ever let it in: a stranger who registers a client cannot bring that about. */
    public boolean wasEverLetIn() {
        return source != ClientSource.DYNAMIC || lastUsedAt != null;
    }

    /** Whether this client may be answered at that address. */
    public boolean mayRedirectTo(String requested) {
        return redirectUris.stream().anyMatch(registered -> registered.matches(requested));
    }

    /** The address to answer at when the request names none: only if there is exactly one (OAuth 2.1 §4.1.1). */
    public Optional<RedirectUri> onlyRedirectUri() {
        return redirectUris.size() == 1 ? Optional.of(redirectUris.get(0)) : Optional.empty();
    }

    public boolean mayUse(GrantType type) {
        return grantTypes.contains(type);
    }

    /** Whether the client can prove who it is. */
    public boolean isConfidential() {
        return authenticationMethod != ClientAuthenticationMethod.NONE;
    }

    /** RFC 9449 §5.2: whether every access token of this client is bound to a key. */
    public boolean bindsAccessTokensByDpop() {
        return bindsAccessTokensByDpop;
    }

    /** Whether this is the client's secret, in constant time. */
    public boolean hasSecret(Secret presented) {
        return secretHash != null && presented.hasHash(secretHash);
    }

    /** Whether the other is the same client with the same secret and the same keys. */
    public boolean provesItselfLike(Client other) {
        return id.equals(other.id)
                && Objects.equals(secretHash, other.secretHash)
                && Objects.equals(jwks, other.jwks)
                && Objects.equals(jwksUri, other.jwksUri);
    }

    /** A client that an administrator made for one company. */
    public static Client ofTenant(UUID tenant, ClientMetadata metadata, Optional<Secret> secret, Instant now) {
        var client = new Client(UUID.randomUUID().toString(), ClientSource.PREREGISTERED, metadata, now);
        client.tenant = tenant;
        client.secretHash = secret.map(Secret::hash).orElse(null);
        return client;
    }

    /** Whether people of this company may use it: one that an administrator made is for that company alone. */
    public boolean isOpenTo(UUID company) {
        return tenant == null || tenant.equals(company);
    }

    /** The company whose administrator made it. */
    public Optional<UUID> tenant() {
        return Optional.ofNullable(tenant);
    }

    /** From now on it is as if there were no such client. */
    public void disable(Instant now) {
        disabledAt = now;
    }

    /** The same for the whole installation, whoever uses the client. */
    public void block(BlockReason why, Instant now) {
        disable(now);
        disabledReason = why.value();
    }

    public void enable() {
        disabledAt = null;
        disabledReason = null;
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Why the operator blocked it, if they did. */
    public Optional<String> blockedFor() {
        return Optional.ofNullable(disabledReason);
    }

    /** Whether a company's administrator made it. */
    public boolean isOfACompany() {
        return tenant != null;
    }

    /** From now on this secret alone is the client's. */
    public void changeSecret(Secret secret) {
        secretHash = secret.hash();
    }

    /** From now on these keys alone are the client's. */
    public void changeKeys(ClientMetadata.Keys keys) {
        jwks = keys.jwks();
        jwksUri = keys.jwksUri();
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public ClientSource source() {
        return source;
    }

    /** Everything the client registered. */
    public ClientMetadata metadata() {
        return new ClientMetadata(
                name,
                applicationType,
                redirectUris,
                postLogoutRedirectUris,
                grantTypes,
                Optional.ofNullable(scope),
                authenticationMethod,
                new ClientMetadata.Keys(jwks, jwksUri),
                new ClientMetadata.Protection(idTokenAlgorithm, requiresPushedRequests, bindsAccessTokensByDpop),
                new ClientMetadata.Links(clientUri, logoUri, policyUri, tosUri),
                new ClientMetadata.Software(softwareId, softwareVersion));
    }

    /** The scope the client registered: what it gets when a request names none. */
    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    /** The scope beyond which nobody can let the client go, if an administrator set one. */
    public Optional<String> scopeLimit() {
        return source == ClientSource.PREREGISTERED ? scope() : Optional.empty();
    }

    public List<RedirectUri> redirectUris() {
        return redirectUris;
    }

    public ClientAuthenticationMethod authenticationMethod() {
        return authenticationMethod;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When it last got tokens, to the hour. */
    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }
}
