package com.siacapp.grants.boundary;

import static com.siacapp.clients.entity.OAuthError.UNAUTHORIZED_CLIENT;
import static com.siacapp.limits.entity.Limit.USER_CODES_PER_PERSON;
import static com.siacapp.limits.entity.Limit.WRONG_USER_CODES_PER_ADDRESS;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.boundary.ClientDirectory;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.control.DpopProofs;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.control.StoredDeviceAuthorizations;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.grants.entity.DeviceAuthorization;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.grants.entity.ProvenKey;
import com.siacapp.grants.entity.Scope;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.grants.entity.UserCode;
import com.siacapp.keys.entity.Secret;
import com.siacapp.limits.boundary.Limits;
import com.siacapp.users.control.BrowserSessions;
import com.siacapp.users.control.Users;
import com.siacapp.users.entity.Role;
import com.siacapp.users.entity.SignedInUser;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Devices without a browser that ask for access, and the people who decide about it in one (RFC 8628). */
@Stateless
public class DeviceAuthorizations {

    @PersistenceContext
    EntityManager entities;

    @Inject
    StoredDeviceAuthorizations stored;

    @Inject
    ClientDirectory clients;

    @Inject
    Grants grants;

    @Inject
    DpopProofs proofs;

    @Inject
    Users users;

    @Inject
    BrowserSessions sessions;

    @EJB
    Limits limits;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    /** Both codes for a client that has authenticated; each is given out only here. */
    public Started start(Client client, Request request) {
        if (!client.mayUse(GrantType.DEVICE_CODE)) {
            throw UNAUTHORIZED_CLIENT.because("the client did not register for devices");
        }
        var key = proofs.announced(request.proof());
        proofs.requireFresh(key);
        var deviceCode = Secret.random();
        var userCode = Stream.generate(UserCode::random)
                .filter(code -> stored.find(code).isEmpty())
                .findFirst()
                .orElseThrow();
        stored.add(new DeviceAuthorization(
                deviceCode,
                userCode,
                client,
                request.scopes(),
                request.resource(),
                key.map(ProvenKey::thumbprint),
                clock.instant().plus(TokenSettings.DEVICE_CODE_LIFESPAN.value())));
        return new Started(deviceCode, userCode);
    }

    /**
     * What waits for a decision under the code that this person entered. A code that is over, and one of another company's
     * client, look like one that never was.
     *
     * @throws com.siacapp.limits.entity.TryLaterException after too many codes (RFC 8628 §5.1)
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Waiting> enter(UserCode code, SignedInUser person) {
        limits.require(WRONG_USER_CODES_PER_ADDRESS, limits.network());
        limits.take(USER_CODES_PER_PERSON, person.id().toString());
        var found = waiting(code, person);
        if (found.isEmpty()) {
            limits.count(WRONG_USER_CODES_PER_ADDRESS, limits.network());
        }
        return found;
    }

    /** The same, for a person of whom it is known that they entered it before. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Waiting> waiting(UserCode code, SignedInUser person) {
        var now = clock.instant();
        return stored.find(code)
                .filter(found -> found.isOpenAt(now))
                .flatMap(found -> clients.known(found.clientId())
                        .filter(usableBy(person))
                        .map(client -> new Waiting(client, found.scopes(), found.resource())));
    }

    /**
     * Records the yes to these scopes, as far as the person's role can give them; whether something waited for it, and the
     * session still lives: what ends a person's sessions ends their grants next.
     */
    public boolean allow(UserCode code, Set<Scope> said, SignedInUser person) {
        if (!sessions.isHeldOpen(person.session())) {
            return false;
        }
        var now = clock.instant();
        var user = users.withId(person.id()).orElseThrow();
        return decide(code, person, (authorization, client) -> {
            var scopes = grantable(said, user.role());
            scopes.retainAll(authorization.scopes());
            if (scopes.isEmpty()) {
                return false;
            }
            var grant = new Grant(
                    user,
                    client,
                    scopes,
                    authorization.resource(),
                    person.authenticatedAt(),
                    false,
                    now,
                    now.plus(TokenSettings.GRANT_LIFESPAN.value()));
            grants.add(grant);
            authorization.allow(grant);
            audit.record(decided(AuditEventType.CONSENT_GIVEN, client, person)
                    .grant(grant.id())
                    .detail("on a device: " + Scopes.format(scopes)));
            return true;
        });
    }

    /** Records the no; whether there was something to say no to. */
    public boolean refuse(UserCode code, SignedInUser person) {
        return decide(code, person, (authorization, client) -> {
            authorization.refuse(clock.instant());
            audit.record(decided(AuditEventType.CONSENT_REFUSED, client, person).detail("on a device"));
            return true;
        });
    }

    private boolean decide(UserCode code, SignedInUser person, Decision decision) {
        var now = clock.instant();
        // The client first, as whoever stops or deletes it does.
        return stored.clientOf(code)
                .filter(grants::isHeldOpen)
                .flatMap(client -> stored.lock(code))
                .filter(found -> found.isOpenAt(now))
                .map(found -> Optional.ofNullable(entities.find(Client.class, found.clientId()))
                        .filter(usableBy(person))
                        .map(client -> decision.about(found, client))
                        .orElse(false))
                .orElse(false);
    }

    private static Predicate<Client> usableBy(SignedInUser person) {
        return client ->
                !client.isDisabled() && client.isOpenTo(person.tenant()) && client.mayUse(GrantType.DEVICE_CODE);
    }

    private static Set<Scope> grantable(Set<Scope> asked, Role role) {
        return asked.stream().filter(scope -> scope.isOpenTo(role)).collect(Collectors.toSet());
    }

    private static AuditEvent decided(AuditEventType type, Client client, SignedInUser person) {
        return AuditEvent.of(type).tenant(person.tenant()).user(person.id()).client(client.id());
    }

    @FunctionalInterface
    private interface Decision {
        boolean about(DeviceAuthorization authorization, Client client);
    }

    /** What a device asks for. */
    public record Request(Set<Scope> scopes, String resource, Optional<PresentedProof> proof) {

        public Request {
            scopes = Set.copyOf(scopes);
        }
    }

    /** The device's code, and the one for its person. */
    public record Started(Secret deviceCode, UserCode userCode) {}

    /** What a person is asked to consent to. */
    public record Waiting(Client client, Set<Scope> scopes, String resource) {

        public Waiting {
            scopes = Set.copyOf(scopes);
        }

        /** What of it a person of this role can give. */
        public Set<Scope> grantableBy(Role role) {
            return grantable(scopes, role);
        }
    }
}
