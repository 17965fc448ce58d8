package com.siacapp.doctor.boundary;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.boundary.ClientRegistration;
import com.siacapp.clients.entity.Client;
import com.siacapp.doctor.control.Consent.Asked;
import com.siacapp.doctor.entity.Examination;
import com.siacapp.grants.boundary.Authorization;
import com.siacapp.grants.entity.AuthorizationRequest;
import com.siacapp.grants.entity.CodeChallenge;
import com.siacapp.grants.entity.Scope;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.keys.entity.Secret;
import com.siacapp.users.control.Administrators;
import com.siacapp.users.entity.NotPermittedException;
import com.siacapp.users.entity.SignedInUser;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * The doctor for those who keep the installation: by their own consent, token and call are real. Each request comes back
 * to this server through its public address, so nothing here waits in a transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OperatorsDoctor {

    /** Any token may ping. */
    private static final Set<Scope> SCOPES = Set.of(Scope.OPENID);

    @Inject
    Authorization authorization;

    @Inject
    ClientRegistration clients;

    @Inject
    Administrators administrators;

    @Inject
    Installation installation;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * The chain that begins at this address.
     *
     * @throws NotPermittedException when the person does not keep the installation: others may not have the server ask what
     *     they cannot reach themselves
     */
    public Examination examine(String address, SignedInUser operator) {
        administrators.requireOperator(operator);
        audit.record(AuditEvent.of(AuditEventType.CONNECTION_EXAMINED).user(operator.id()));
        return new ConnectionDoctor(clock)
                .examine(
                        address,
                        asked -> clients.find(asked.clientId())
                                .filter(client -> isOurs(asked))
                                .flatMap(client -> consent(client, asked, operator)));
    }

    /** A code and its token are worth something: they are shown to this installation alone. */
    private boolean isOurs(Asked asked) {
        return asked.endpoint().toString().equals(installation.resource().toString())
                && asked.issuer().toString().equals(installation.issuer().toString())
                && asked.tokenEndpoint().hasOriginOf(asked.issuer())
                && asked.revocationEndpoint()
                        .filter(address -> address.hasOriginOf(asked.issuer()))
                        .isPresent();
    }

    private Optional<Secret> consent(Client client, Asked asked, SignedInUser operator) {
        return CodeChallenge.parse(asked.codeChallenge())
                .map(challenge -> new AuthorizationRequest(
                        client,
                        asked.redirectUri(),
                        SCOPES,
                        installation.resource().toString(),
                        challenge,
                        Optional.empty(),
                        Optional.empty()))
                .map(request -> authorization.approve(request, SCOPES, operator));
    }
}
