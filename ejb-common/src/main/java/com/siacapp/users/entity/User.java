package com.siacapp.users.entity;

import static java.util.Objects.requireNonNull;

import com.siacapp.tenants.entity.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person of a tenant, or a program that acts as one (a service account). */
@Entity
@Table(name = "app_user")
public class User {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "tenant_id")
    private Tenant tenant;

    private String email;
    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "service_account")
    private boolean serviceAccount;

    private boolean operator;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    public User(Tenant tenant, String email, String name, Role role, String passwordHash, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.tenant = requireNonNull(tenant);
        this.email = canonicalEmail(email);
        this.name = requireNonNull(name);
        this.role = requireNonNull(role);
        this.passwordHash = requireNonNull(passwordHash);
        this.createdAt = requireNonNull(createdAt);
    }

    @SuppressWarnings("NullAway.Init")
    protected User() {}

    /**
     * Whom a tenant's program acts as. Nobody can sign in as it: it has no password, is not found by its e-mail address,
     * and that address exists nowhere (RFC 2606 §2).
     */
    public static User ofServiceAccount(Tenant tenant, String clientId, String name, Role role, Instant createdAt) {
        var user = new User();
        user.id = UUID.randomUUID();
        user.tenant = requireNonNull(tenant);
        user.email = canonicalEmail(clientId + "@service-accounts.invalid");
        user.name = requireNonNull(name);
        user.role = requireNonNull(role);
        user.createdAt = requireNonNull(createdAt);
        user.serviceAccount = true;
        return user;
    }

    /** The form in which an e-mail address is stored and looked up. */
    public static String canonicalEmail(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public void changePasswordHash(String newHash) {
        passwordHash = requireNonNull(newHash);
    }

    /** From now on this person keeps the installation itself, not only their company on it. */
    public void makeOperator() {
        operator = true;
    }

    public boolean isOperator() {
        return operator;
    }

    /** Whether the person manages their company's people and apps, now. */
    public boolean isAdministrator() {
        return role == Role.ADMINISTRATOR && !isDisabled();
    }

    /** From now on the person cannot sign in and their tokens are refused. */
    public void disable(Instant now) {
        disabledAt = now;
    }

    public void enable() {
        disabledAt = null;
    }

    /** Whether the account is closed, the person's own or the whole company's. */
    public boolean isDisabled() {
        return disabledAt != null || tenant.isDisabled();
    }

    /** Whether the person's own account is closed, whatever became of the company's. */
    public boolean isShutOut() {
        return disabledAt != null;
    }

    public void changeRole(Role newRole) {
        role = requireNonNull(newRole);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public UUID id() {
        return id;
    }

    public Tenant tenant() {
        return tenant;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    /** @throws IllegalStateException for a service account, which has none */
    public String passwordHash() {
        if (passwordHash == null) {
            throw new IllegalStateException("The user has no password");
        }
        return passwordHash;
    }

    /** Whether it is a program and no person. */
    public boolean isServiceAccount() {
        return serviceAccount;
    }
}
