package com.siacapp.grants.control;

import static com.siacapp.grants.entity.RevocationReason.BY_ADMINISTRATOR;
import static com.siacapp.grants.entity.RevocationReason.BY_USER;

import com.siacapp.clients.entity.ClientStopped;
import com.siacapp.tenants.entity.TenantDisabled;
import com.siacapp.users.entity.AppsDisconnected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Ends grants in the transaction that ends what they hang on. People, companies and clients know no grants, so they say
 * what they did and this listens.
 */
@ApplicationScoped
public class GrantEndings {

    @Inject
    Grants grants;

    @Inject
    Clock clock;

    void on(@Observes AppsDisconnected disconnected) {
        var reason = disconnected.isByAdministrator() ? BY_ADMINISTRATOR : BY_USER;
        grants.revokeAllOfPerson(disconnected.user(), reason, clock.instant());
    }

    void on(@Observes TenantDisabled disabled) {
        grants.revokeAllOfTenant(disabled.tenant(), BY_ADMINISTRATOR, clock.instant());
    }

    void on(@Observes ClientStopped stopped) {
        if (stopped.isDeleted()) {
            grants.deleteAllOfClient(stopped.client());
        } else {
            grants.revokeAllOfClient(stopped.client(), BY_ADMINISTRATOR, clock.instant());
        }
    }
}
