package com.siacapp.users.control;

import com.siacapp.installation.control.InstallationSettings;
import com.siacapp.installation.entity.InvalidSettingException;
import com.siacapp.installation.entity.Mode;
import com.siacapp.installation.entity.Setting;
import com.siacapp.tenants.entity.Tenant;
import com.siacapp.users.entity.Role;
import com.siacapp.users.entity.User;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/**
 * The company that exists only in development mode, so that a first run has somebody to sign in as. The launcher draws
 * the passwords and passes them by the environment: none is in the code, and without them there is no demo tenant.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class DemoTenant {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-00000000d3a0");

    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    Passwords passwords;

    @Inject
    Clock clock;

    @PostConstruct
    void settle() {
        if (InstallationSettings.MODE.value() == Mode.DEVELOPMENT) {
            settle("admin@demo.siac.test", "Ana Administradora", Role.ADMINISTRATOR, DemoSettings.ADMIN_PASSWORD);
            settle("author@demo.siac.test", "Bruno Autor", Role.AUTHOR, DemoSettings.AUTHOR_PASSWORD);
            settle("viewer@demo.siac.test", "Vera Visor", Role.VIEWER, DemoSettings.VIEWER_PASSWORD);
        } else if (entities.find(Tenant.class, ID) != null) {
            throw new InvalidSettingException(
                    "SIAC_DB_URL names the database of a trial, which has the demo company; production takes one of its own.");
        }
    }

    private void settle(String email, String name, Role role, Setting<String> password) {
        password.optional()
                .ifPresent(secret -> users.withEmail(email)
                        .ifPresentOrElse(
                                known -> renew(known, secret),
                                () -> users.add(new User(
                                        tenant(), email, name, role, passwords.hash(secret), clock.instant()))));
    }

    private void renew(User user, String password) {
        user.enable();
        if (!passwords.matches(password, user.passwordHash())) {
            user.changePasswordHash(passwords.hash(password));
        }
    }

    private Tenant tenant() {
        var known = entities.find(Tenant.class, ID);
        if (known != null) {
            return known;
        }
        var tenant = new Tenant(ID, "Demo Café", clock.instant());
        entities.persist(tenant);
        return tenant;
    }
}
